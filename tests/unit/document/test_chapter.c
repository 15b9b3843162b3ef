#include "document/chapter.h"

#include "book_case.h"

#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const OqDocumentWish no_wish = {0}, odd = {.encoding = "klingon"};

static OqChapter *
open_chapter(const BookCase *book, const char *name, const char *encoding, gboolean follows)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = book_case_path(book, name);
	const OqDocumentWish wish = {.encoding = encoding, .follows = follows};
	OqChapter *chapter = oq_chapter_open(path, &wish, NULL, &error);
	g_assert_no_error(error);
	return chapter;
}

static void
assert_text(OqChapter *chapter, const char *expected)
{
	g_autoptr(GString) all = g_string_new(NULL);
	OqBlock block;
	char buffer[64];
	while (oq_chapter_next(chapter, &block, NULL))
		for (gssize n; (n = oq_chapter_read(chapter, buffer, sizeof buffer, NULL)) > 0;)
			g_string_append_len(all, buffer, n);
	g_assert_cmpstr(all->str, ==, expected);
}

static void
test_encodings(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	book_case_write(book, "1", "\357\273\277Сөз\n", -1);
	book_case_write(book, "2", "\377\376\331\004\n\0", 6);
	book_case_write(book, "3", "\215\340", 2);
	g_autoptr(OqChapter) plain = open_chapter(book, "1", NULL, FALSE);
	g_autoptr(OqChapter) wide = open_chapter(book, "2", NULL, FALSE);
	g_autoptr(OqChapter) named = open_chapter(book, "3", "KZ-1048", FALSE);
	g_autoptr(OqChapter) given = oq_chapter_new_text("Бір", 6);
	assert_text(plain, "Сөз\n");
	assert_text(wide, "ә\n");
	assert_text(named, "Қа");
	assert_text(given, "Бір");
	g_assert_cmpuint(oq_source_size(oq_chapter_source(given)), ==, 6);
	oq_chapter_free(NULL);
}

static void
test_refused(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = book_case_path(book, "1");
	g_assert_null(oq_chapter_open(path, &no_wish, NULL, &error));
	g_assert_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_MISSING);
	g_clear_error(&error);
	book_case_write(book, "1", "%PDF-1.7", -1);
	g_assert_null(oq_chapter_open(path, &no_wish, NULL, &error));
	g_assert_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_NOT_TEXT);
	g_clear_error(&error);
	g_assert_null(oq_chapter_open(path, &odd, NULL, &error));
	g_assert_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_ENCODING);
}

/* The beginning of what is followed is not waited for; it may be written later. */
static void
test_follows(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	OqBlock block;
	book_case_write(book, "1", "", 0);
	g_autoptr(OqChapter) chapter = open_chapter(book, "1", NULL, TRUE);
	g_assert_false(oq_source_is_hasty(oq_chapter_source(chapter)));
	book_case_append(book, "1", "Сөз.\n");
	g_assert_true(oq_chapter_next(chapter, &block, NULL));
	g_assert_cmpuint(block.start, ==, 0);
}

/* Where the text is damaged is known when the file is opened again, as long as it is that file. */
static void
test_memory(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GString) text = g_string_new(NULL);
	OqChapterMemory memory = {0};
	for (guint i = 0; text->len < 100000; i++)
		g_string_append_printf(text, "\xFF\xFF\xFF сөз %u\n\n", i);
	book_case_write(book, "1", text->str, (gssize)text->len);
	g_autoptr(OqChapter) first = open_chapter(book, "1", NULL, FALSE);
	OqBlock block;
	while (oq_chapter_next(first, &block, NULL))
		;
	guint64 n_bytes = oq_chapter_n_bytes(first);
	g_assert_cmpuint(n_bytes, >, text->len + 30000);
	oq_chapter_remember(first, &memory);
	g_autoptr(OqChapter) again = open_chapter(book, "1", NULL, FALSE);
	oq_chapter_recall(again, &memory);
	g_assert_cmpuint(oq_chapter_n_bytes(again), ==, n_bytes);
	g_assert_true(oq_chapter_seek(again, n_bytes, NULL));
	g_assert_true(oq_chapter_next(again, &block, NULL));
	guint64 last = block.start;
	g_assert_cmpuint(last, >, n_bytes - 30);
	book_case_append(book, "1", "Жаңа.\n");
	g_autoptr(OqChapter) changed = open_chapter(book, "1", NULL, FALSE);
	oq_chapter_recall(changed, &memory);
	g_assert_null(memory.learnt);
	g_assert_cmpuint(oq_chapter_n_bytes(changed), <, n_bytes);
	oq_chapter_forget(&memory);
}

/* What one read gives, a piece, is not enough to judge by. */
static void
assert_pieces(const char *const *pieces, const char *expected)
{
	g_autoptr(GError) error = NULL;
	int ends[2], own = dup(STDIN_FILENO);
	g_assert_cmpint(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends), ==, 0);
	for (guint i = 0; pieces[i] != NULL; i++)
		g_assert_cmpint(
			write(ends[1], pieces[i], strlen(pieces[i])), ==, strlen(pieces[i]));
	close(ends[1]);
	g_assert_cmpint(dup2(ends[0], STDIN_FILENO), ==, STDIN_FILENO);
	close(ends[0]);
	g_autoptr(OqChapter) chapter = oq_chapter_open("-", &no_wish, NULL, &error);
	g_assert_no_error(error);
	assert_text(chapter, expected);
	dup2(own, STDIN_FILENO);
	close(own);
}

static void
test_pieces(BookCase *book G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
	assert_pieces((const char *const[]){"\377", "\376\331\004\331\004", NULL}, "әә");
	assert_pieces((const char *const[]){"\322", "\263\353", "\263 \215\340\347\340\235", NULL},
		"Тілі Қазақ");
	assert_pieces((const char *const[]){"\323", "\231\n", NULL}, "ә\n");
	assert_pieces((const char *const[]){"a", NULL}, "a");
}

static void
read_blocks(OqChapter *chapter, GArray *starts)
{
	OqBlock block;
	while (oq_chapter_next(chapter, &block, NULL))
		g_array_append_val(starts, block.start);
}

/* Undone, and each block is where it is when all is read. */
static void
test_mojibake(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(guint64));
	for (guint i = 0; text->len < 200000; i++)
		g_string_append_printf(
			text, "Ќазаќстан халќы ўлы жеѕісті бїгін де %u есте саќтайды.\n\n", i);
	book_case_write(book, "1", text->str, (gssize)text->len);
	g_autoptr(OqChapter) whole = open_chapter(book, "1", NULL, FALSE);
	g_autofree char *notice = oq_chapter_notice(whole);
	g_assert_nonnull(strstr(notice, "KZ-1048"));
	read_blocks(whole, starts);
	g_assert_cmpuint(starts->len, >, 1000);
	for (guint i = starts->len - 1; i > 0; i /= 2) {
		OqBlock block;
		char bytes[64];
		guint64 start = g_array_index(starts, guint64, i);
		g_autoptr(OqChapter) fresh = open_chapter(book, "1", NULL, FALSE);
		g_assert_true(oq_chapter_seek(fresh, start + 5, NULL));
		g_assert_true(oq_chapter_next(fresh, &block, NULL));
		g_assert_cmpuint(block.start, ==, start);
		gssize n = oq_chapter_read(fresh, bytes, sizeof bytes, NULL);
		g_assert_cmpmem(bytes, MIN((gsize)n, 18), "Қазақстан", 18);
	}
	g_autoptr(OqChapter) named = open_chapter(book, "1", "UTF-8", FALSE);
	g_assert_null(oq_chapter_notice(named));
}

#define ADD(name, function)                                                                        \
	g_test_add(                                                                                \
		"/chapter/" name, BookCase, NULL, book_case_set_up, function, book_case_tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("encodings", test_encodings);
	ADD("refused", test_refused);
	ADD("follows", test_follows);
	ADD("memory", test_memory);
	ADD("pieces", test_pieces);
	ADD("mojibake", test_mojibake);
	return g_test_run();
}
