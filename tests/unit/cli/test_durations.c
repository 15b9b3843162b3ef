#include "cli/durations.h"

static void
test_read(void)
{
	static const struct {
		const char *text;
		guint ms;
	} cases[] = {{"3:00", 180000}, {"180", 180000}, {"180s", 180000}, {"3m", 180000},
		{"2:59.5", 179500}, {"2:59,25", 179250}, {"0:07", 7000}, {"1:02:03", 3723000},
		{"90:00", 5400000}, {"2m30s", 150000}, {"1h", 3600000}, {"1h30m", 5400000},
		{"1h5s", 3605000}, {"0.5m", 30000}, {"12.3456", 12346}, {"24h", 86400000},
		{"0.001", 1}};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		guint ms = 0;
		g_test_message("%s", cases[i].text);
		g_assert_true(oq_durations_read(cases[i].text, &ms));
		g_assert_cmpuint(ms, ==, cases[i].ms);
	}
}

static void
test_impossible(void)
{
	static const char *const cases[] = {"", "0", "0:00", "-3", "+3", " 3", "3 ", "3:60",
		"3:5:", ":30", "3:", "1:2:3:4", "2.5:30", "3x", "3s2m", "3m3m", "3m30", "m", "1e3",
		"nan", "inf", "0x10", "24h1s", "25h", "99999999999999999999", "3:00s", "3..5",
		"0.0001", "3;00", "٣"};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		guint ms = 7;
		g_test_message("%s", cases[i]);
		g_assert_false(oq_durations_read(cases[i], &ms));
		g_assert_cmpuint(ms, ==, 7);
	}
}

static void
test_say(void)
{
	static const struct {
		guint64 ms;
		const char *said;
		const char *clock;
	} cases[] = {{0, "0.0 s", "0:00.0"}, {1499, "1.5 s", "0:01.5"}, {9499, "9.5 s", "0:09.5"},
		{9500, "10 s", "0:09.5"}, {59500, "1 min 0 s", "0:59.5"},
		{151040, "2 min 31 s", "2:31.0"}, {179950, "3 min 0 s", "3:00.0"},
		{3599999, "1 h 0 min 0 s", "1:00:00.0"},
		{86400000, "24 h 0 min 0 s", "24:00:00.0"}};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *said = oq_durations_say(cases[i].ms);
		g_autofree char *clock = oq_durations_clock(cases[i].ms);
		g_assert_cmpstr(said, ==, cases[i].said);
		g_assert_cmpstr(clock, ==, cases[i].clock);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/durations/read", test_read);
	g_test_add_func("/durations/impossible", test_impossible);
	g_test_add_func("/durations/say", test_say);
	return g_test_run();
}
