#include "text/segments/wrapping.h"

#include "text_case.h"

#include <string.h>

static const char prose[] =
	"Қазақстан Республикасының Ұлттық кітапханасында Абай Құнанбайұлының "
	"шығармаларына арналған көрме ашылды. Көрмеге Алматы мен Астана қалаларынан "
	"келген ғалымдар, оқырмандар және студенттер қатысты. Кітапхана қорында "
	"сақталған қолжазбалар мен сирек басылымдар алғаш рет көпшілікке ұсынылып "
	"отыр. Ертең сол жерде Мұхтар Әуезовтің шығармашылығына Ұлттық Ғылым "
	"академиясы кездесу өткізеді. Оған 2015 жылдан бері жарық көрген кітаптардың "
	"авторлары мен аудармашылары шақырылды.";

/* About the end of the line that begins at line. */
static OqVerdict
judge(const char *line, const char *text_end, gboolean final, guint *wrap_columns)
{
	const char *end = strchr(line, '\n');
	OqLineBreak at = {end, end + 1, text_end, g_utf8_strlen(line, end - line), final};
	return oq_wrapping_judge(&at, wrap_columns);
}

static void
test_prose(void)
{
	static const gsize widths[] = {60, 66, 72, 80, 100};
	for (guint i = 0; i < G_N_ELEMENTS(widths); i++) {
		g_autofree char *text = text_case_wrap(prose, widths[i]);
		guint wrap_columns = 0;
		for (const char *p = text; strchr(p, '\n') != NULL; p = strchr(p, '\n') + 1) {
			g_assert_cmpint(judge(p, text + strlen(text), TRUE, &wrap_columns), ==,
				OQ_VERDICT_GOES_ON);
			g_assert_cmpuint(wrap_columns, >, widths[i] - 15);
			g_assert_cmpuint(wrap_columns, <=, widths[i]);
		}
	}
}

/* Too short, too long, or with room left for the next word. */
static void
test_not_wrapped(void)
{
	static const char *const texts[] = {
		"Қысқа өлең жолы\nЕкінші өлең жолы\nҮшінші өлең жолы\nТөртінші жол",
		"Мұндай дәрежедегі мәжілістің Алматы облысында\nӨтуі – зор мәртебе, сонымен қатар\n"
		"Үлкен жауапкершілік\nБіздің байтақ мекенімізде",
		"Құндылықтар мол екені баршамызға бұрыннан белгілі ғой\nАл біз\n"
		"Соның бір айқын дәлелі биыл өткізілген оқиғалар болды\nОл сол",
		"Құндылықтар мол екені баршамызға бұрыннан белгілі ғой\n\n"
		"Соның бір айқын дәлелі биыл өткізілген оқиғалар болды\n",
	};
	for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
		guint wrap_columns = 0;
		g_assert_cmpint(judge(texts[i], texts[i] + strlen(texts[i]), TRUE, &wrap_columns),
			==, OQ_VERDICT_ENDS);
		g_assert_cmpuint(wrap_columns, ==, 0);
	}
	g_autofree char *wide = text_case_wrap(prose, 130);
	guint wrap_columns = 0;
	g_assert_cmpint(judge(wide, wide + strlen(wide), TRUE, &wrap_columns), ==, OQ_VERDICT_ENDS);
}

/* Each line of the report is a sentence, however long its neighbours are. */
static void
test_report(void)
{
	g_autofree char *report = NULL;
	g_assert_true(
		g_file_get_contents(OQ_TEST_SAMPLES "/almaty-report.txt", &report, NULL, NULL));
	guint wrap_columns = 0;
	for (const char *p = report; strchr(p, '\n') != NULL; p = strchr(p, '\n') + 1)
		g_assert_cmpint(judge(p, report + strlen(report), TRUE, &wrap_columns), ==,
			OQ_VERDICT_ENDS);
}

/* Unknown until the lines behind it are whole; then what the whole text says. */
static void
test_unknown(void)
{
	g_autofree char *text = text_case_wrap(prose, 60);
	const char *fifth = text;
	for (guint i = 0; i < 5; i++)
		fifth = strchr(fifth, '\n') + 1;
	for (const char *end = strchr(text, '\n') + 1; *end != '\0'; end = g_utf8_next_char(end)) {
		g_autofree char *there = g_strndup(text, end - text);
		guint wrap_columns = 0;
		OqVerdict verdict = judge(there, there + strlen(there), FALSE, &wrap_columns);
		g_assert_cmpint(verdict, ==, end < fifth ? OQ_VERDICT_UNKNOWN : OQ_VERDICT_GOES_ON);
		g_assert_cmpint(wrap_columns > 0, ==, verdict == OQ_VERDICT_GOES_ON);
	}
	/* a short line is never waited for */
	guint wrap_columns = 60;
	const char *line = "Қысқа жол\n";
	g_assert_cmpint(
		judge(line, line + strlen(line), FALSE, &wrap_columns), ==, OQ_VERDICT_ENDS);
}

/* Two lines are enough where the width is known; the next word has room at one column more. */
static void
test_known_width(void)
{
	static const char text[] = "Ертең сол жерде Мұхтар Әуезовтің шығармашылығына Ұлттық\n"
				   "Ғылым академиясы кездесу өткізеді.";
	guint unknown = 0, known = 60, other = 61;
	g_assert_cmpint(judge(text, text + strlen(text), TRUE, &unknown), ==, OQ_VERDICT_ENDS);
	g_assert_cmpint(judge(text, text + strlen(text), TRUE, &known), ==, OQ_VERDICT_GOES_ON);
	g_assert_cmpint(judge(text, text + strlen(text), TRUE, &other), ==, OQ_VERDICT_ENDS);
	g_assert_cmpuint(known, ==, 60);
	g_assert_cmpuint(other, ==, 61);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/wrapping/prose", test_prose);
	g_test_add_func("/wrapping/not-wrapped", test_not_wrapped);
	g_test_add_func("/wrapping/report", test_report);
	g_test_add_func("/wrapping/unknown", test_unknown);
	g_test_add_func("/wrapping/known-width", test_known_width);
	return g_test_run();
}
