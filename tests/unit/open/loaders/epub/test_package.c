#include "open/loaders/epub/package.h"

#include "made_zip.h"
#include "opened.h"

#define OPF(metadata, manifest, spine)                                                             \
	"<package xmlns:dc='d'><metadata>" metadata "</metadata><manifest>" manifest               \
	"</manifest>" spine "</package>"
#define ITEM(id, href) "<item id='" id "' href='" href "' media-type='application/xhtml+xml'/>"

static OqPackage *
read_package(const char *opf)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) zip = made_zip("EPUB/a.opf", opf, NULL);
	g_autoptr(OqArchive) archive = opened_archive(zip);
	OqPackage *package = oq_package_read(archive, "EPUB/a.opf", &error);
	g_assert_no_error(error);
	return package;
}

static void
assert_texts(const char *opf, const char *expected)
{
	g_autoptr(OqPackage) package = read_package(opf);
	g_ptr_array_add(package->texts, NULL);
	g_autofree char *texts = g_strjoinv(" ", (char **)package->texts->pdata);
	g_assert_cmpstr(texts, ==, expected);
}

static void
test_told(void)
{
	g_autoptr(OqPackage) package = read_package(
		OPF("<dc:title> Кітап </dc:title><dc:title>Екінші</dc:title><dc:creator>Абай"
		    "</dc:creator><dc:creator>Шәкәрім</dc:creator><dc:language>kk</dc:language>",
			"<item id='n' href='toc.ncx' media-type='application/x-dtbncx+xml'/>"
			"<item id='v' href='nav.xhtml' properties='x nav'/>",
			"<spine toc='n'/>"));
	g_assert_cmpstr(package->title, ==, "Кітап");
	g_assert_cmpstr(package->author, ==, "Абай, Шәкәрім");
	g_assert_cmpstr(package->language, ==, "kk");
	g_assert_cmpstr(package->ncx, ==, "EPUB/toc.ncx");
	g_assert_cmpstr(package->nav, ==, "EPUB/nav.xhtml");
}

static void
test_texts(void)
{
	assert_texts(OPF("",
			     ITEM("a", "1.xhtml") ITEM("b", "t/%D3%98.xhtml")
				     ITEM("c", "../3.xhtml") "<item id='i' href='p.svg' "
							     "media-type='image/svg+xml'/>",
			     "<spine><itemref idref='c'/><itemref idref='b' linear='no'/>"
			     "<itemref idref='i'/><itemref idref='none'/><itemref idref='a'/>"
			     "<itemref idref='a'/></spine>"),
		"3.xhtml EPUB/1.xhtml EPUB/t/Ә.xhtml");
	/* Cut off: what was before holds. */
	assert_texts("<package><item id='a' href='1'/><spine><itemref idref='a'/><item", "EPUB/1");
}

static void
test_find(void)
{
	g_autoptr(GBytes) told = made_zip("META-INF/container.xml",
		"<container><rootfile full-path='b/x.opf'/></container>", "a.opf", "", "b/x.opf",
		"", NULL);
	g_autoptr(GBytes) untold = made_zip("META-INF/container.xml",
		"<container><rootfile full-path='none.opf'/></container>", "c/y.OPF", "", NULL);
	g_autoptr(GBytes) without = made_zip("a", "", NULL);
	g_autoptr(OqArchive) first = opened_archive(told), second = opened_archive(untold),
			     third = opened_archive(without);
	g_autofree char *a = oq_package_find(first), *b = oq_package_find(second),
			*c = oq_package_find(third);
	g_assert_cmpstr(a, ==, "b/x.opf");
	g_assert_cmpstr(b, ==, "c/y.OPF");
	g_assert_null(c);
}

static void
test_damaged(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) zip = made_zip("a.opf", "no XML", NULL);
	g_autoptr(OqArchive) archive = opened_archive(zip);
	g_assert_null(oq_package_read(archive, "a.opf", &error));
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED);
	g_clear_error(&error);
	g_assert_null(oq_package_read(archive, "b.opf", &error));
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/package/told", test_told);
	g_test_add_func("/package/texts", test_texts);
	g_test_add_func("/package/find", test_find);
	g_test_add_func("/package/damaged", test_damaged);
	return g_test_run();
}
