#include "open/loaders/pdf/pdf_figures.h"

#include <string.h>

/* Letters are 12 points high; what stands between ^ and a bar, or _ and a bar, is raised or
 * lowered and 7 high, as LibreOffice writes it. The signs themselves take no place. */
static void
assert_text(const char *written, const char *expected, gboolean is_note)
{
	OqPdfFigures figures;
	char place = '|';
	oq_pdf_figures_init(&figures, 11);
	for (const char *p = written; *p != '\0'; p = g_utf8_next_char(p)) {
		double top = place == '^' ? 98 : place == '_' ? 107 : 100;
		if (strchr("^_|", *p) != NULL)
			place = *p;
		else
			oq_pdf_figures_add(
				&figures, g_utf8_get_char(p), top, top + (place == '|' ? 12 : 7));
	}
	g_autofree char *got = oq_pdf_figures_end(&figures);
	g_assert_cmpstr(got, ==, expected);
	g_assert_true(figures.is_note == is_note);
}

static void
test_powers(void)
{
	assert_text("100 м^2|, 5 м/с^2|.", "100 м², 5 м/с².", FALSE);
	assert_text("10^−12| адам", "10⁻¹² адам", FALSE);
	assert_text("x^2|", "x²", FALSE);
}

static void
test_lowered(void)
{
	assert_text("CO_2| мөлшері", "CO2 мөлшері", FALSE);
	assert_text("C_6|H_12|O_6|", "C6H12O6", FALSE);
}

static void
test_notes(void)
{
	assert_text("Бұл сөз^12| да, жер^2| де", "Бұл сөз да, жер де", FALSE);
	assert_text("^1| Алғашқы ескерту", "Алғашқы ескерту", TRUE);
	assert_text("_1| Алғашқы ескерту", "Алғашқы ескерту", TRUE);
	assert_text("2^1|", "2", FALSE);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf-figures/powers", test_powers);
	g_test_add_func("/pdf-figures/lowered", test_lowered);
	g_test_add_func("/pdf-figures/notes", test_notes);
	return g_test_run();
}
