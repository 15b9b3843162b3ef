#include "open/loaders/pdf/pdf_letters.h"

#include "text/characters/code_pages.h"

static const char kazakh[] =
	"Қазақстан Республикасы. Қар жауып тұр, ал өзен үстінде мұз қатқан. Әжем айтты: "
	"ҚАРҒА қонған ағаш құламайды, қоңыр күз өтеді.";

/* (transfer full): KZ-1048 read as that page; PDF has bullets where @has_bullets. */
static char *
misread(const char *text, OqCodePage as, gboolean has_bullets)
{
	GString *out = g_string_new(NULL);
	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		gint byte = oq_code_page_byte(OQ_CODE_PAGE_KZ_1048, g_utf8_get_char(p));
		g_assert_cmpint(byte, >=, 0);
		gboolean is_free = has_bullets && (byte == 0x8D || byte == 0x9D);
		g_string_append_unichar(
			out, is_free ? 0x2022 : oq_code_page_char(as, (guchar)byte));
	}
	return g_string_free(out, FALSE);
}

static OqPdfPage *
page_new(const char *text)
{
	OqPdfPage *page = oq_pdf_page_new(1, 800);
	oq_pdf_page_add(page, (OqPdfLine){.text = g_strdup(text)});
	oq_pdf_letters_judge(page);
	return page;
}

static const char *
text_of(const OqPdfPage *page)
{
	return g_array_index(page->lines, OqPdfLine, 0).text;
}

static void
assert_repaired(const char *text)
{
	g_autoptr(GPtrArray) none = g_ptr_array_new();
	g_autoptr(OqPdfPage) page = page_new(text);
	oq_pdf_letters_repair(page, none);
	g_assert_cmpstr(text_of(page), ==, kazakh);
}

static void
test_repaired(void)
{
	g_autofree char *western = misread(kazakh, OQ_CODE_PAGE_WINDOWS_1252, TRUE);
	g_autofree char *russian = misread(kazakh, OQ_CODE_PAGE_WINDOWS_1251, FALSE);
	assert_repaired(western);
	assert_repaired(russian);
	assert_repaired(kazakh);
}

/* A page of few letters goes by its neighbours, one of many does not. */
static void
test_neighbours(void)
{
	g_autofree char *western = misread(kazakh, OQ_CODE_PAGE_WINDOWS_1252, TRUE);
	g_autofree char *few = misread("Мазмұны", OQ_CODE_PAGE_WINDOWS_1252, TRUE);
	g_autofree char *many = g_strnfill(500, 'a');
	g_autofree char *french = g_strconcat("Déjà vu à côté. ", many, NULL);
	g_autoptr(OqPdfPage) neighbour = page_new(western);
	g_autoptr(OqPdfPage) title = page_new(few);
	g_autoptr(OqPdfPage) other = page_new(french);
	g_autoptr(GPtrArray) neighbours = g_ptr_array_new();
	oq_pdf_letters_repair(title, neighbours);
	g_assert_cmpstr(text_of(title), ==, few);
	g_ptr_array_add(neighbours, neighbour);
	oq_pdf_letters_repair(title, neighbours);
	g_assert_cmpstr(text_of(title), ==, "Мазмұны");
	oq_pdf_letters_repair(other, neighbours);
	g_assert_cmpstr(text_of(other), ==, french);
}

static void
test_kept(void)
{
	static const char *const texts[] = {
		"• один • два: «Вечером мы вернулись домой», сказал отец и сел у окна.",
		"Кичә без урманга бардык, җиләк җыйдык һәм өйгә кайттык.",
		"Бөгөн беҙ ҡалаға барабыҙ, унда яңы мәктәп асыла.",
		"Өнөөдөр бид хөдөө явж, морь унаж, айраг уусан.",
		"Bugun biz shaharga bordik, o‘g‘lim bilan birga.",
		"Déjà vu • à côté de l’église, où l’été était très beau.",
		"Ça va? • Où êtes-vous né? Größe, Übermut, Äpfel und Öl.",
	};
	g_autoptr(GPtrArray) none = g_ptr_array_new();
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autoptr(OqPdfPage) page = page_new(texts[i]);
		oq_pdf_letters_repair(page, none);
		g_assert_cmpstr(text_of(page), ==, texts[i]);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf_letters/repaired", test_repaired);
	g_test_add_func("/pdf_letters/neighbours", test_neighbours);
	g_test_add_func("/pdf_letters/kept", test_kept);
	return g_test_run();
}
