/* mutation.c - see the header. Members of zip files are damaged and packed again, and the streams
 * of PDF files unpacked, so that what parses them gets to see the damage. */
#include "mutation.h"

#include "archive_pack.h"
#include "corpus.h"
#include "pdf_streams.h"

#include <string.h>

enum {
	MAX_BYTES = 1 << 18, /* of what is added */
	MAX_DAMAGES = 4,
};

/** A document. */
typedef struct {
	char *extension;
	GBytes *bytes;
	GPtrArray *members; /* nullable: of ArchiveMember */
} Document;

struct _Mutation {
	GPtrArray *documents;
};

/* What parsers look for. */
static const char *const pieces[] = {"<", ">", "&", "\"", "'", "/", "</", "<!--", "-->",
	"<![CDATA[", "]]>", "<?", "&#0;", "&#x110000;", "&#xD800;", "&amp;", "<p>", "</p>",
	"<table><tr><td>", "</td>", "<a href=\"#\">", " id=\"\"", " xml:lang=\"ru\"", "<section>",
	"<title>", "{", "}", "{\\*", "\\bin999999999 ", "\\u-1?", "\\'", "\\'8", "\\ucs2 \\uc9 ",
	"\\trowd", "\\cell", "\\row", "stream\n", "endstream", "endobj", "obj", "<<", ">>", "[",
	"]", "(", "BT ", " ET", " Tj", " Tf", "\n\n", "\r", "\t", ",", ";", "-->\n", "# ", "> ",
	"- ", "![](", "|", "```\n", "\360\237\230\200", "\355\240\200", "\300\200", "\377\376",
	"\357\273\277", "Content-Transfer-Encoding: base64\n"};

static const char *const numbers[] = {"0", "-1", "1", "255", "65536", "2147483648", "4294967295",
	"99999999999999999999", "1e999", "0.5"};

static void
free_document(gpointer data)
{
	Document *document = data;
	g_free(document->extension);
	g_bytes_unref(document->bytes);
	g_clear_pointer(&document->members, g_ptr_array_unref);
	g_free(document);
}

static void
add(Mutation *mutation, const char *extension, GBytes *bytes)
{
	Document *document = g_new0(Document, 1);
	document->extension = g_strdup(extension);
	document->bytes = bytes;
	document->members = archive_unpack(bytes);
	g_ptr_array_add(mutation->documents, document);
}

static void
add_file(Mutation *mutation, const char *path)
{
	const char *extension = strrchr(path, '.');
	char *bytes;
	gsize n_bytes;
	g_autoptr(GError) error = NULL;
	if (extension == NULL || g_str_equal(extension, ".blocks") || g_str_equal(extension, ".sh"))
		return;
	if (!g_file_get_contents(path, &bytes, &n_bytes, &error))
		g_error("%s", error->message);
	GBytes *file = g_bytes_new_take(bytes, n_bytes);
	if (g_str_equal(extension, ".pdf"))
		add(mutation, extension + 1, pdf_streams_unpack(file));
	add(mutation, extension + 1, file);
}

Mutation *
mutation_new(const char *folder)
{
	g_autoptr(GPtrArray) paths = corpus_paths(folder);
	Mutation *mutation = g_new0(Mutation, 1);
	mutation->documents = g_ptr_array_new_with_free_func(free_document);
	for (guint i = 0; i < paths->len; i++)
		add_file(mutation, g_ptr_array_index(paths, i));
	g_assert_cmpuint(mutation->documents->len, >, 0);
	return mutation;
}

void
mutation_free(Mutation *mutation)
{
	if (mutation == NULL)
		return;
	g_ptr_array_unref(mutation->documents);
	g_free(mutation);
}

static guint
below(GRand *random, gsize n)
{
	return n > 0 ? (guint)g_rand_int_range(random, 0, (gint32)n) : 0;
}

static Document *
choose(const Mutation *mutation, GRand *random)
{
	return g_ptr_array_index(mutation->documents, below(random, mutation->documents->len));
}

static void
flip_bits(GRand *random, GString *bytes)
{
	for (guint n = 1 + below(random, 16); n > 0 && bytes->len > 0; n--)
		bytes->str[below(random, bytes->len)] ^= (char)(1 << below(random, 8));
}

/* A few of them, or many: deep, or long. */
static void
insert_pieces(GRand *random, GString *bytes)
{
	const char *piece = pieces[below(random, G_N_ELEMENTS(pieces))];
	guint n = below(random, 8) == 0 ? 1 + below(random, 2000) : 1;
	gsize at = below(random, bytes->len + 1);
	g_autoptr(GString) all = g_string_new(NULL);
	for (; n > 0; n--)
		g_string_append(all, piece);
	g_string_insert_len(bytes, (gssize)at, all->str, (gssize)all->len);
}

static void
double_piece(GRand *random, GString *bytes)
{
	gsize at = below(random, bytes->len), longest = below(random, 2) ? 64 : 4096;
	gsize n_bytes = below(random, MIN(bytes->len - at, longest) + 1);
	g_autofree char *piece = g_memdup2(bytes->str + at, n_bytes);
	for (guint n = 1U << below(random, 8); n > 0 && n * n_bytes < MAX_BYTES; n--)
		g_string_insert_len(bytes, (gssize)at, piece, (gssize)n_bytes);
}

static void
take_from_other(const Mutation *mutation, GRand *random, GString *bytes)
{
	gsize n_other;
	const char *other = g_bytes_get_data(choose(mutation, random)->bytes, &n_other);
	gsize from = below(random, n_other), n = below(random, MIN(n_other - from, 1024));
	gsize at = below(random, bytes->len + 1);
	if (below(random, 2) == 0)
		g_string_erase(bytes, (gssize)at, (gssize)MIN(n, bytes->len - at));
	g_string_insert_len(bytes, (gssize)at, other + from, (gssize)n);
}

static void
change_number(GRand *random, GString *bytes)
{
	gsize at = below(random, bytes->len), end;
	while (at < bytes->len && !g_ascii_isdigit(bytes->str[at]))
		at++;
	for (end = at; end < bytes->len && g_ascii_isdigit(bytes->str[end]);)
		end++;
	g_string_erase(bytes, (gssize)at, (gssize)(end - at));
	g_string_insert(bytes, (gssize)at, numbers[below(random, G_N_ELEMENTS(numbers))]);
}

static void
leave_out(GRand *random, GString *bytes)
{
	gsize at = below(random, bytes->len), longest = below(random, 2) ? 32 : 2048;
	gsize n = below(random, MIN(bytes->len - at, longest) + 1);
	g_string_erase(bytes, (gssize)at, (gssize)n);
}

static void
damage_once(const Mutation *mutation, GRand *random, GString *bytes)
{
	switch (below(random, 8)) {
	case 0:
		g_string_truncate(bytes, below(random, bytes->len + 1));
		break;
	case 1:
		take_from_other(mutation, random, bytes);
		break;
	case 2:
		double_piece(random, bytes);
		break;
	case 3:
		leave_out(random, bytes);
		break;
	case 4:
		change_number(random, bytes);
		break;
	case 5:
		flip_bits(random, bytes);
		break;
	default:
		insert_pieces(random, bytes);
	}
}

static GBytes *
damage(const Mutation *mutation, GRand *random, GBytes *whole)
{
	gsize n_bytes;
	const char *all = g_bytes_get_data(whole, &n_bytes);
	GString *bytes = g_string_new_len(all != NULL ? all : "", (gssize)n_bytes);
	for (guint n = 1 + below(random, MAX_DAMAGES); n > 0; n--)
		damage_once(mutation, random, bytes);
	return g_string_free_to_bytes(bytes);
}

/* One of its members, and the others as they are. */
static GBytes *
damage_member(const Mutation *mutation, GRand *random, const Document *document)
{
	guint which = below(random, document->members->len);
	ArchiveMember *member = g_ptr_array_index(document->members, which);
	GBytes *whole = member->bytes;
	member->bytes = damage(mutation, random, whole);
	GBytes *packed = archive_pack(document->members);
	g_bytes_unref(member->bytes);
	member->bytes = whole;
	return packed;
}

GBytes *
mutation_make(const Mutation *mutation, guint32 seed, guint32 number, const char **extension)
{
	const guint32 seeds[] = {seed, number};
	g_autoptr(GRand) random = g_rand_new_with_seed_array(seeds, G_N_ELEMENTS(seeds));
	const Document *document = choose(mutation, random);
	*extension =
		below(random, 16) == 0 ? choose(mutation, random)->extension : document->extension;
	return document->members != NULL && below(random, 4) > 0
		       ? damage_member(mutation, random, document)
		       : damage(mutation, random, document->bytes);
}
