#include "reading/refind.h"

#include "cursor_case.h"

#include <glib/gstdio.h>

enum { N_SENTENCES = 40000, N_MIDDLE = 20000 };

/* Each sentence stands once. */
static GString *
make_text(guint first, guint end)
{
	GString *text = g_string_new(NULL);
	for (guint i = first; i < end; i++)
		g_string_append_printf(
			text, "Бұл жерде %u-сөйлем тұр.%s", i, i % 5 == 4 ? "\n\n" : " ");
	return text;
}

static const char *
find_sentence(const char *text, guint number)
{
	g_autofree char *words = g_strdup_printf("Бұл жерде %u-сөйлем", number);
	const char *found = strstr(text, words);
	g_assert_nonnull(found);
	return found;
}

static void
trace_at(const char *text, const char *at, OqTrace *trace)
{
	g_autofree char *before = g_strndup(text, (gsize)(at - text));
	oq_trace_set(trace, before, at);
}

static gboolean
refind(const char *text, gsize n_bytes, const OqTrace *trace, guint64 near, guint64 *place)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqDocument) document = oq_document_new_text(text, n_bytes);
	guint64 n_left = OQ_REFIND_MAX_BYTES;
	gboolean is_found = oq_refind_place(document, trace, near, &n_left, place, &error);
	g_assert_no_error(error);
	return is_found;
}

/* The sentence in the middle of the text, in @edited. @where: (nullable): NULL: it is not there */
static void
assert_refound(const GString *edited, const char *where)
{
	g_autoptr(GString) text = make_text(0, N_SENTENCES);
	g_auto(OqTrace) trace = {NULL};
	const char *at = find_sentence(text->str, N_MIDDLE);
	guint64 place;
	trace_at(text->str, at, &trace);
	gboolean is_found =
		refind(edited->str, edited->len, &trace, (guint64)(at - text->str), &place);
	g_assert_cmpint(is_found, ==, where != NULL);
	if (is_found)
		g_assert_cmpuint(place, ==, (guint64)(where - edited->str));
}

/* A little, so much that it is out of sight, and more than is looked at around it. */
static void
test_inserted_before(void)
{
	static const guint sizes[] = {30, 20000, 3 << 20};
	for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
		g_autoptr(GString) edited = make_text(0, N_SENTENCES);
		g_autofree char *filler = g_strnfill(sizes[i], 'a');
		g_string_prepend(edited, filler);
		assert_refound(edited, find_sentence(edited->str, N_MIDDLE));
	}
}

static void
test_removed_before(void)
{
	static const guint firsts[] = {1, 1000, N_MIDDLE - 1, N_MIDDLE};
	for (guint i = 0; i < G_N_ELEMENTS(firsts); i++) {
		g_autoptr(GString) edited = make_text(firsts[i], N_SENTENCES);
		assert_refound(edited, find_sentence(edited->str, N_MIDDLE));
	}
}

static void
test_edited(void)
{
	g_autoptr(GString) edited = make_text(0, N_MIDDLE);
	g_autoptr(GString) rest = make_text(N_MIDDLE + 1, N_SENTENCES);
	g_string_prepend(edited, "Кіріспе қосылды.\n\n");
	gsize at = edited->len;
	g_string_append(edited, "Мұнда мүлде басқа нәрсе жазылған. ");
	g_string_append(edited, rest->str);
	assert_refound(edited, edited->str + at);
}

static void
test_gone(void)
{
	g_autoptr(GString) edited = make_text(N_MIDDLE + 100, N_SENTENCES);
	assert_refound(edited, NULL);
	g_string_truncate(edited, 0);
	assert_refound(edited, NULL);
}

/* No more is read than may be. */
static void
test_bounded(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) text = make_text(0, N_SENTENCES);
	g_autoptr(OqDocument) document = oq_document_new_text(text->str, text->len);
	g_auto(OqTrace) trace = {NULL};
	guint64 n_left = text->len / 4, place;
	oq_trace_set(&trace, NULL, find_sentence(text->str, N_SENTENCES - 10));
	g_assert_false(oq_refind_place(document, &trace, 0, &n_left, &place, &error));
	g_assert_no_error(error);
	g_assert_cmpuint(n_left, ==, 0);
	n_left = OQ_REFIND_MAX_BYTES;
	g_assert_true(oq_refind_place(document, &trace, 0, &n_left, &place, &error));
}

static void
test_is_stopped(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(GString) text = make_text(0, N_SENTENCES);
	g_autofree char *path = NULL;
	close(g_file_open_tmp("oqyrman-XXXXXX.txt", &path, NULL));
	g_assert_true(g_file_set_contents(path, text->str, (gssize)text->len, NULL));
	g_autoptr(OqDocument) document = oq_document_open(path, NULL, stop, &error);
	g_assert_no_error(error);
	g_auto(OqTrace) trace = {NULL};
	guint64 n_left = OQ_REFIND_MAX_BYTES, place;
	oq_trace_set(&trace, NULL, "Мұндайы жоқ.");
	g_cancellable_cancel(stop);
	g_assert_false(oq_refind_place(document, &trace, 0, &n_left, &place, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_assert_cmpint(g_unlink(path), ==, 0);
}

/* Whatever the text is like, what is written around a sentence is found where it is. */
static void
test_samples(void)
{
	g_autofree char *text = NULL;
	gsize n_bytes;
	g_autoptr(OqLexicon) lexicon = cursor_case_lexicon();
	g_assert_true(g_file_get_contents(
		OQ_TEST_VOICES "/../samples/almaty-report.txt", &text, &n_bytes, NULL));
	g_autoptr(OqCursor) cursor = cursor_case_open(lexicon, text);
	g_auto(OqUtterance) utterance;
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) before = g_string_new(NULL);
	guint n_sentences = 0;
	oq_utterance_init(&utterance);
	for (; oq_cursor_next(cursor, &utterance, &error); n_sentences++) {
		g_auto(OqTrace) trace = {NULL};
		guint64 place;
		oq_trace_set(&trace, before->str, utterance.text->str);
		g_assert_true(refind(text, n_bytes, &trace, utterance.start + 500, &place));
		g_assert_cmpuint(place, ==, utterance.start);
		g_string_append_printf(before, " %s", utterance.text->str);
	}
	g_assert_no_error(error);
	g_assert_cmpuint(n_sentences, >, 20);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/refind/inserted-before", test_inserted_before);
	g_test_add_func("/refind/removed-before", test_removed_before);
	g_test_add_func("/refind/edited", test_edited);
	g_test_add_func("/refind/gone", test_gone);
	g_test_add_func("/refind/bounded", test_bounded);
	g_test_add_func("/refind/is-stopped", test_is_stopped);
	g_test_add_func("/refind/samples", test_samples);
	return g_test_run();
}
