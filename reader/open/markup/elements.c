/* elements.c - see the header. */
#include "open/markup/elements.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
	const char *name;
	OqElement element;
	guint level;
} Row;

/* In the order of their letters. */
static const Row rows[] = {
	{"a", OQ_ELEMENT_LINK, 0},
	{"address", OQ_ELEMENT_BLOCK, 0},
	{"annotation", OQ_ELEMENT_SKIPPED, 0},
	{"annotation-xml", OQ_ELEMENT_SKIPPED, 0},
	{"area", OQ_ELEMENT_SKIPPED, 0},
	{"article", OQ_ELEMENT_BLOCK, 0},
	{"aside", OQ_ELEMENT_BLOCK, 0},
	{"audio", OQ_ELEMENT_SKIPPED, 0},
	{"author", OQ_ELEMENT_BLOCK, 0},
	{"blockquote", OQ_ELEMENT_QUOTE, 0},
	{"body", OQ_ELEMENT_BOOK, 0},
	{"bodymatter", OQ_ELEMENT_BLOCK, 0},
	{"book", OQ_ELEMENT_BOOK, 0},
	{"br", OQ_ELEMENT_BREAK, 0},
	{"bridgehead", OQ_ELEMENT_HEADING, 0},
	{"button", OQ_ELEMENT_SKIPPED, 0},
	{"byline", OQ_ELEMENT_BLOCK, 0},
	{"canvas", OQ_ELEMENT_SKIPPED, 0},
	{"caption", OQ_ELEMENT_BLOCK, 0},
	{"center", OQ_ELEMENT_BLOCK, 0},
	{"covertitle", OQ_ELEMENT_BLOCK, 0},
	{"datalist", OQ_ELEMENT_SKIPPED, 0},
	{"dateline", OQ_ELEMENT_BLOCK, 0},
	{"dd", OQ_ELEMENT_ITEM, 0},
	{"details", OQ_ELEMENT_BLOCK, 0},
	{"dir", OQ_ELEMENT_LIST, 0},
	{"div", OQ_ELEMENT_BLOCK, 0},
	{"dl", OQ_ELEMENT_LIST, 0},
	{"docauthor", OQ_ELEMENT_BLOCK, 0},
	{"doctitle", OQ_ELEMENT_HEADING, 1},
	{"dt", OQ_ELEMENT_ITEM, 0},
	{"dtbook", OQ_ELEMENT_BOOK, 0},
	{"epigraph", OQ_ELEMENT_QUOTE, 0},
	{"fieldset", OQ_ELEMENT_BLOCK, 0},
	{"figcaption", OQ_ELEMENT_BLOCK, 0},
	{"figure", OQ_ELEMENT_FIGURE, 0},
	{"footer", OQ_ELEMENT_BLOCK, 0},
	{"form", OQ_ELEMENT_BLOCK, 0},
	{"frontmatter", OQ_ELEMENT_BLOCK, 0},
	{"h1", OQ_ELEMENT_HEADING, 1},
	{"h2", OQ_ELEMENT_HEADING, 2},
	{"h3", OQ_ELEMENT_HEADING, 3},
	{"h4", OQ_ELEMENT_HEADING, 4},
	{"h5", OQ_ELEMENT_HEADING, 5},
	{"h6", OQ_ELEMENT_HEADING, 6},
	{"hd", OQ_ELEMENT_HEADING, 0},
	{"head", OQ_ELEMENT_SKIPPED, 0},
	{"header", OQ_ELEMENT_BLOCK, 0},
	{"hgroup", OQ_ELEMENT_BLOCK, 0},
	{"hr", OQ_ELEMENT_BLOCK, 0},
	{"html", OQ_ELEMENT_BOOK, 0},
	{"iframe", OQ_ELEMENT_SKIPPED, 0},
	{"image", OQ_ELEMENT_IMAGE, 0},
	{"img", OQ_ELEMENT_IMAGE, 0},
	{"imggroup", OQ_ELEMENT_FIGURE, 0},
	{"input", OQ_ELEMENT_SKIPPED, 0},
	{"legend", OQ_ELEMENT_BLOCK, 0},
	{"level", OQ_ELEMENT_LEVEL, 0},
	{"level1", OQ_ELEMENT_LEVEL, 1},
	{"level2", OQ_ELEMENT_LEVEL, 2},
	{"level3", OQ_ELEMENT_LEVEL, 3},
	{"level4", OQ_ELEMENT_LEVEL, 4},
	{"level5", OQ_ELEMENT_LEVEL, 5},
	{"level6", OQ_ELEMENT_LEVEL, 6},
	{"levelhd", OQ_ELEMENT_HEADING, 0},
	{"li", OQ_ELEMENT_ITEM, 0},
	{"line", OQ_ELEMENT_LINE, 0},
	{"linegroup", OQ_ELEMENT_BLOCK, 0},
	{"linenum", OQ_ELEMENT_SKIPPED, 0},
	{"list", OQ_ELEMENT_LIST, 0},
	{"listing", OQ_ELEMENT_LINES, 0},
	{"main", OQ_ELEMENT_BLOCK, 0},
	{"map", OQ_ELEMENT_SKIPPED, 0},
	{"math", OQ_ELEMENT_MATH, 0},
	{"menu", OQ_ELEMENT_LIST, 0},
	{"meter", OQ_ELEMENT_SKIPPED, 0},
	{"mfrac", OQ_ELEMENT_FRACTION, 0},
	{"mlabeledtr", OQ_ELEMENT_PARTS, 0},
	{"mmultiscripts", OQ_ELEMENT_PARTS, 0},
	{"mover", OQ_ELEMENT_PARTS, 0},
	{"mphantom", OQ_ELEMENT_SKIPPED, 0},
	{"mroot", OQ_ELEMENT_PARTS, 0},
	{"msqrt", OQ_ELEMENT_ROOT, 0},
	{"msub", OQ_ELEMENT_PARTS, 0},
	{"msubsup", OQ_ELEMENT_PARTS, 0},
	{"msup", OQ_ELEMENT_POWER, 0},
	{"mtable", OQ_ELEMENT_PARTS, 0},
	{"mtr", OQ_ELEMENT_PARTS, 0},
	{"munder", OQ_ELEMENT_PARTS, 0},
	{"munderover", OQ_ELEMENT_PARTS, 0},
	{"nav", OQ_ELEMENT_SKIPPED, 0},
	{"noframes", OQ_ELEMENT_SKIPPED, 0},
	{"noscript", OQ_ELEMENT_SKIPPED, 0},
	{"note", OQ_ELEMENT_NOTE, 0},
	{"noteref", OQ_ELEMENT_NOTEREF, 0},
	{"object", OQ_ELEMENT_SKIPPED, 0},
	{"ol", OQ_ELEMENT_LIST, 0},
	{"p", OQ_ELEMENT_BLOCK, 0},
	{"pagenum", OQ_ELEMENT_PAGE, 0},
	{"poem", OQ_ELEMENT_BLOCK, 0},
	{"pre", OQ_ELEMENT_LINES, 0},
	{"prodnote", OQ_ELEMENT_BLOCK, 0},
	{"progress", OQ_ELEMENT_SKIPPED, 0},
	{"rearmatter", OQ_ELEMENT_BLOCK, 0},
	{"rp", OQ_ELEMENT_SKIPPED, 0},
	{"rt", OQ_ELEMENT_SKIPPED, 0},
	{"script", OQ_ELEMENT_SKIPPED, 0},
	{"section", OQ_ELEMENT_BLOCK, 0},
	{"select", OQ_ELEMENT_SKIPPED, 0},
	{"sidebar", OQ_ELEMENT_BLOCK, 0},
	{"style", OQ_ELEMENT_SKIPPED, 0},
	{"summary", OQ_ELEMENT_BLOCK, 0},
	{"sup", OQ_ELEMENT_RAISED, 0},
	{"svg", OQ_ELEMENT_SKIPPED, 0},
	{"table", OQ_ELEMENT_TABLE, 0},
	{"td", OQ_ELEMENT_CELL, 0},
	{"template", OQ_ELEMENT_SKIPPED, 0},
	{"textarea", OQ_ELEMENT_SKIPPED, 0},
	{"th", OQ_ELEMENT_HEADER, 0},
	{"thead", OQ_ELEMENT_HEADERS, 0},
	{"title", OQ_ELEMENT_BLOCK, 0},
	{"tr", OQ_ELEMENT_ROW, 0},
	{"ul", OQ_ELEMENT_LIST, 0},
	{"video", OQ_ELEMENT_SKIPPED, 0},
	{"xmp", OQ_ELEMENT_LINES, 0},
};

/* What attributes say goes before what the element is. */
typedef struct {
	OqElement element;
	const char *attribute;
	const char *const *words;
} Mark;

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

static const Mark marks[] = {
	{OQ_ELEMENT_PAGE, "epub:type", WORDS("pagebreak")},
	{OQ_ELEMENT_PAGE, "role", WORDS("doc-pagebreak")},
	{OQ_ELEMENT_PAGE, "class",
		WORDS("pagebreak", "page-normal", "page-front", "page-special", "pagenum")},
	{OQ_ELEMENT_SKIPPED, "aria-hidden", WORDS("true")},
	{OQ_ELEMENT_SKIPPED, "epub:type", WORDS("toc", "landmarks", "page-list")},
	{OQ_ELEMENT_SKIPPED, "role", WORDS("doc-toc", "doc-pagelist", "navigation")},
	{OQ_ELEMENT_NOTEREF, "epub:type", WORDS("noteref")},
	{OQ_ELEMENT_NOTEREF, "role", WORDS("doc-noteref")},
	{OQ_ELEMENT_NOTEREF, "class",
		WORDS("footnote-ref", "footnoteref", "noteref", "sdfootnoteanc", "sdendnoteanc")},
	{OQ_ELEMENT_BACKLINK, "role", WORDS("doc-backlink")},
	{OQ_ELEMENT_BACKLINK, "class",
		WORDS("footnote-back", "footnote-backref", "mw-cite-backlink", "sdfootnotesym",
			"sdendnotesym")},
	{OQ_ELEMENT_NOTE, "epub:type", WORDS("footnote", "endnote", "rearnote")},
	{OQ_ELEMENT_NOTE, "role", WORDS("doc-footnote", "doc-endnote")},
	{OQ_ELEMENT_NOTES, "epub:type", WORDS("footnotes", "endnotes", "rearnotes")},
	{OQ_ELEMENT_NOTES, "role", WORDS("doc-endnotes", "doc-footnotes")},
	{OQ_ELEMENT_NOTES, "class", WORDS("footnotes")},
	{OQ_ELEMENT_HEADING, "role", WORDS("heading")},
};

const char *
oq_elements_attribute(const char *const *attributes, const char *name)
{
	for (; attributes != NULL && *attributes != NULL; attributes += 2)
		if (strcmp(*attributes, name) == 0)
			return attributes[1];
	return NULL;
}

static gboolean
is_word(const char *word, gsize n_bytes, const char *const *wanted)
{
	for (; *wanted != NULL; wanted++)
		if (strlen(*wanted) == n_bytes && g_ascii_strncasecmp(word, *wanted, n_bytes) == 0)
			return TRUE;
	return FALSE;
}

gboolean
oq_elements_has_word(const char *words, const char *const *wanted)
{
	static const char space[] = " \t\r\n\f";
	for (const char *p = words + strspn(words, space); *p != '\0'; p += strspn(p, space)) {
		gsize n_bytes = strcspn(p, space);
		if (is_word(p, n_bytes, wanted))
			return TRUE;
		p += n_bytes;
	}
	return FALSE;
}

/* A style that does not show it, spelt with or without spaces. */
static gboolean
is_unseen(const char *style)
{
	g_autoptr(GString) plain = g_string_new(NULL);
	for (; *style != '\0'; style++)
		if (!g_ascii_isspace(*style))
			g_string_append_c(plain, g_ascii_tolower(*style));
	return strstr(plain->str, "display:none") != NULL ||
	       strstr(plain->str, "visibility:hidden") != NULL;
}

static gboolean
is_hidden(const char *const *attributes)
{
	const char *style = oq_elements_attribute(attributes, "style");
	return oq_elements_attribute(attributes, "hidden") != NULL ||
	       (style != NULL && is_unseen(style));
}

/* LibreOffice writes each note as a div of this name. */
static gboolean
is_numbered_note(const char *name, const char *const *attributes)
{
	const char *id = oq_elements_attribute(attributes, "id");
	if (id == NULL || strcmp(name, "div") != 0 || !g_str_has_prefix(id, "sd"))
		return FALSE;
	gsize length = strspn(id, "sdfootnote");
	return length >= 9 && id[length + strspn(id + length, "0123456789")] == '\0';
}

static int
compare(const void *name, const void *row)
{
	return strcmp(name, ((const Row *)row)->name);
}

static const Row *
find_row(const char *name)
{
	return bsearch(name, rows, G_N_ELEMENTS(rows), sizeof rows[0], compare);
}

OqElement
oq_elements_judge(const char *name, const char *const *attributes)
{
	const Row *row = find_row(name);
	OqElement element = row != NULL ? row->element : OQ_ELEMENT_INLINE;
	if (element == OQ_ELEMENT_SKIPPED || attributes == NULL || *attributes == NULL)
		return element;
	for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) {
		const char *words = oq_elements_attribute(attributes, marks[i].attribute);
		if (words != NULL && oq_elements_has_word(words, marks[i].words))
			return marks[i].element;
	}
	if (is_hidden(attributes))
		return OQ_ELEMENT_SKIPPED;
	return is_numbered_note(name, attributes) ? OQ_ELEMENT_NOTE : element;
}

guint
oq_elements_level(const char *name, const char *const *attributes)
{
	const Row *row = find_row(name);
	const char *told = oq_elements_attribute(attributes, "aria-level");
	if (row != NULL && row->level > 0)
		return row->level;
	return told != NULL ? (guint)CLAMP(g_ascii_strtoull(told, NULL, 10), 1, 6) : 0;
}
