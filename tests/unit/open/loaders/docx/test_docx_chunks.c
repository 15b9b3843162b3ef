#include "open/loaders/docx/docx.h"

#include "made_zip.h"
#include "opened.h"

#define RELATIONS                                                                                  \
	"<Relationships><Relationship Id='a' Type='x/aFChunk' Target='a.html'/>"                   \
	"<Relationship Id='b' Type='x/aFChunk' Target='/word/b.mht'/>"                             \
	"<Relationship Id='c' Type='x/aFChunk' Target='none.html'/></Relationships>"
#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"

static void
assert_read(const char *chunk, const char *expected)
{
	g_autofree char *body = g_strdup_printf(
		"<w:body xmlns:w='w' xmlns:r='r'>" P("Бір") "%s" P("Үш") "</w:body>", chunk);
	const char *const members[] = {"word/document.xml", body, "word/_rels/document.xml.rels",
		RELATIONS, "word/a.html", "<p>Екі<sup>2</sup>", "word/b.mht", "Subject: b", NULL};
	g_autofree char *lines = opened_zip(&oq_loader_docx, members, OQ_NOTES_SKIP);
	g_assert_cmpstr(lines, ==, expected);
}

/* Where it stands; what is no HTML is told of, once, at the end. */
static void
test_chunks(void)
{
	assert_read("<w:altChunk r:id='a'/>", "paragraph: Бір\nparagraph: Екі²\nparagraph: Үш\n");
	assert_read("<w:altChunk r:id='b'/><w:altChunk r:id='c'/><w:altChunk r:id='a'/>",
		"paragraph: Бір\nparagraph: Екі²\nparagraph: Үш\nfault 2: altChunk: word/b.mht\n");
	assert_read(
		"<w:altChunk r:id='c'/>", "paragraph: Бір\nparagraph: Үш\nfault 2: altChunk: c\n");
	assert_read("<w:altChunk/>", "paragraph: Бір\nparagraph: Үш\nfault 2: altChunk: \n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/docx_chunks/read", test_chunks);
	return g_test_run();
}
