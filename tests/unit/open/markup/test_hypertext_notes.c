#include "open/markup/hypertext.h"

#include "fed_hypertext.h"

static void
test_notes(void)
{
	assert_fed_notes("<p>Бір<a epub:type='noteref' href='#n1'>1</a>. Екі.</p>"
			 "<aside epub:type='footnote' id='n1'><p>Ескерту.</p></aside><p>Үш.</p>",
		"paragraph: Бір. Екі.\nparagraph: Үш.\n",
		"paragraph: Бір. Екі.\nnote: Ескерту.\nparagraph: Үш.\n",
		"paragraph: Бір. Екі.\nparagraph: Үш.\nnote: Ескерту.\n");
	assert_fed_notes(
		"<p>Бір<a href='#fn1' class='footnote-ref'><sup>1</sup></a>.</p><p>Екі.</p>"
		"<section role='doc-endnotes'><h2>Ескертулер</h2><ol><li id='fn1'><p>Мынау."
		"<a href='#r1' role='doc-backlink'>↩</a></p></li></ol></section>",
		"paragraph: Бір.\nparagraph: Екі.\n",
		"paragraph: Бір.\nnote: Мынау.\nparagraph: Екі.\n",
		"paragraph: Бір.\nparagraph: Екі.\nnote: Мынау.\n");
	/* Nothing but the link says that it is a note. */
	assert_fed_notes("<p>Бір<sup><a href='#c1'>[1]</a></sup>.</p><p>Екі.</p>"
			 "<p><a id='c1' href='#r1'>1</a> Мынау.</p><p>Үш.</p>",
		"paragraph: Бір.\nparagraph: Екі.\nparagraph: Үш.\n",
		"paragraph: Бір.\nnote: Мынау.\nparagraph: Екі.\nparagraph: Үш.\n",
		"paragraph: Бір.\nparagraph: Екі.\nparagraph: Үш.\nnote: Мынау.\n");
	assert_fed_notes(
		"<p>Бір<a class='sdfootnoteanc' href='#s1sym'><sup>1</sup></a>.</p>"
		"<div id='sdfootnote1'><p><a class='sdfootnotesym' name='s1sym'>1</a>Осы</p></div>",
		"paragraph: Бір.\n", "paragraph: Бір.\nnote: Осы\n",
		"paragraph: Бір.\nnote: Осы\n");
	/* A word of the sentence refers to it. */
	assert_fed_notes("<p>Ол <a epub:type='noteref' href='#k'>кебеже</a> ашты.</p>"
			 "<aside epub:type='footnote' id='k'><p>Сандық.</p></aside>",
		"paragraph: Ол кебеже ашты.\n", "paragraph: Ол кебеже ашты.\nnote: Сандық.\n",
		"paragraph: Ол кебеже ашты.\nnote: Сандық.\n");
}

static void
test_links(void)
{
	assert_fed("<p><a href='http://a.kz'>сілтеме</a>, <a href='#p12'>12</a>-бет, "
		   "<sup><a href='#n'>3</a></sup> 5 м<sup>2</sup>, жыл<sup>2</sup></p>",
		"paragraph: сілтеме, 12-бет, 5 м², жыл²\n");
	/* A converter gives links of one look one class. */
	assert_fed(
		"<p>Толығырақ <a class='footnote-ref' href='http://a.kz'>мына бетте</a> бар.</p>",
		"paragraph: Толығырақ мына бетте бар.\n");
}

static void
test_pages(void)
{
	assert_fed("<span epub:type='pagebreak' title='12'/><p>А</p><pagenum>13</pagenum><p>Ә</p>"
		   "<p>Б <span class='page-normal'><a href='s#1'>14</a></span> В</p>",
		"page: 12\nparagraph: А\npage: 13\nparagraph: Ә\npage: 14\nparagraph: Б В\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/hypertext_notes/notes", test_notes);
	g_test_add_func("/hypertext_notes/links", test_links);
	g_test_add_func("/hypertext_notes/pages", test_pages);
	return g_test_run();
}
