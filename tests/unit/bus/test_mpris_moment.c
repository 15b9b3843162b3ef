#include "bus/mpris_moment.h"

#include <math.h>
#include <string.h>

#define SECOND_US ((gint64)G_USEC_PER_SEC)

static const OqMprisState reading = {
	.status = OQ_MPRIS_PLAYING,
	.text = 3,
	.title = "A book",
	.path = "/home/a b.txt",
	.sentence = "One.",
	.position_us = 10 * SECOND_US,
	.length_us = 100 * SECOND_US,
	.rate = 2,
	.min_rate = 0.5,
	.max_rate = 4.5,
	.volume = 0.25,
};

static OqMprisMoment *
make(OqMprisState state)
{
	return oq_mpris_moment_new(&state, 1000 * SECOND_US);
}

static char *
property(const OqMprisMoment *moment, const char *name)
{
	g_autoptr(GVariant) value =
		g_variant_ref_sink(oq_mpris_moment_property(moment, name, 1000 * SECOND_US));

	return g_variant_print(value, TRUE);
}

#define assert_property(moment, name, expected)                                                    \
	G_STMT_START                                                                               \
	{                                                                                          \
		g_autofree char *property_text = property(moment, name);                           \
		g_assert_cmpstr(property_text, ==, expected);                                      \
	}                                                                                          \
	G_STMT_END

static void
test_properties(void)
{
	g_autoptr(OqMprisMoment) moment = make(reading);

	assert_property(moment, "PlaybackStatus", "'Playing'");
	assert_property(moment, "Rate", "2.0");
	assert_property(moment, "MinimumRate", "0.5");
	assert_property(moment, "MaximumRate", "4.5");
	assert_property(moment, "Volume", "0.25");
	assert_property(moment, "Position", "int64 10000000");
	assert_property(moment, "Metadata",
		"{'mpris:trackid': <objectpath '/oqyrman/text/3'>, 'xesam:title': <'A book'>, "
		"'xesam:url': <'file:///home/a%20b.txt'>, 'xesam:asText': <'One.'>, "
		"'mpris:length': <int64 100000000>}");
	g_assert_null(oq_mpris_moment_property(moment, "CanSeek", 0));
}

static void
test_little_is_known(void)
{
	OqMprisState state = {.path = "/tmp/\xff.txt", .text = 1, .title = ""};
	g_autoptr(OqMprisMoment) nameless = make(state);
	g_autoptr(OqMprisMoment) none = make((OqMprisState){.title = "no text"});
	g_autoptr(OqMprisMoment) relative = make((OqMprisState){.path = "a.txt", .text = 1});

	assert_property(nameless, "PlaybackStatus", "'Stopped'");
	assert_property(nameless, "Metadata",
		"{'mpris:trackid': <objectpath '/oqyrman/text/1'>, 'xesam:url': "
		"<'file:///tmp/%FF.txt'>, 'xesam:title': <'\xef\xbf\xbd.txt'>}");
	assert_property(relative, "Metadata",
		"{'mpris:trackid': <objectpath '/oqyrman/text/1'>, 'xesam:title': <'a.txt'>}");
	assert_property(none, "Metadata",
		"{'mpris:trackid': <objectpath '/org/mpris/MediaPlayer2/TrackList/NoTrack'>}");
	assert_property(none, "Rate", "1.0");
}

/* Whatever it is made of, what goes to the bus is valid there. */
static void
test_impossible(void)
{
	g_autofree char *endless = g_strnfill(10000, 'n');
	OqMprisState state = {.status = (OqMprisStatus)17,
		.text = 1,
		.title = "\xff\x1b",
		.sentence = endless,
		.position_us = G_MAXINT64,
		.length_us = G_MININT64,
		.rate = NAN,
		.min_rate = -INFINITY,
		.max_rate = INFINITY,
		.volume = 1e300};
	g_autoptr(OqMprisMoment) moment = make(state);

	assert_property(moment, "PlaybackStatus", "'Stopped'");
	assert_property(moment, "Rate", "1.0");
	assert_property(moment, "MinimumRate", "1.0");
	assert_property(moment, "MaximumRate", "1.0");
	assert_property(moment, "Volume", "1.0");
	g_assert_cmpstr(moment->title, ==, "\xef\xbf\xbd\x1b");
	g_assert_cmpuint(strlen(moment->sentence), ==, 4000);
	state.status = OQ_MPRIS_PLAYING;
	g_autoptr(OqMprisMoment) far = make(state);
	g_assert_cmpint(oq_mpris_moment_position(far, G_MAXINT64), >, 0);
	g_assert_cmpint(oq_mpris_moment_position(far, 0), >, 0);
	g_assert_cmpint(oq_mpris_moment_offset(far, G_MAXINT64, G_MAXINT64), >, 0);
}

/* A letter is left whole or left out. */
static void
test_cut_letter(void)
{
	g_autoptr(GString) sentence = g_string_new("n");

	while (sentence->len < 5000)
		g_string_append(sentence, "\xe2\x80\x93");
	g_autoptr(OqMprisMoment) moment = make((OqMprisState){.sentence = sentence->str});
	g_assert_true(g_utf8_validate(moment->sentence, -1, NULL));
	g_assert_cmpuint(strlen(moment->sentence), ==, 4000);
	g_assert_true(g_str_has_prefix(sentence->str, moment->sentence));
}

static void
test_position(void)
{
	g_autoptr(OqMprisMoment) moment = make(reading);
	OqMprisState state = reading;

	g_assert_cmpint(oq_mpris_moment_position(moment, 1005 * SECOND_US), ==, 20 * SECOND_US);
	g_assert_cmpint(oq_mpris_moment_position(moment, 9999 * SECOND_US), ==, 100 * SECOND_US);
	g_assert_cmpint(oq_mpris_moment_position(moment, 999 * SECOND_US), ==, 10 * SECOND_US);
	state.status = OQ_MPRIS_PAUSED;
	g_autoptr(OqMprisMoment) paused = make(state);
	g_assert_cmpint(oq_mpris_moment_position(paused, 1005 * SECOND_US), ==, 10 * SECOND_US);
}

static char *
changes(const OqMprisState *before, const OqMprisState *after)
{
	g_autoptr(OqMprisMoment) old = make(*before);
	g_autoptr(OqMprisMoment) new = make(*after);
	GVariant *found = oq_mpris_moment_changes(old, new);

	if (found == NULL)
		return g_strdup("");
	g_autoptr(GVariant) owned = g_variant_ref_sink(found);
	return g_variant_print(owned, FALSE);
}

static void
test_changes(void)
{
	OqMprisState after = reading;

	after.position_us = 77;
	g_autofree char *moved = changes(&reading, &after);
	g_assert_cmpstr(moved, ==, "");
	after.status = OQ_MPRIS_PAUSED;
	after.volume = 1;
	g_autofree char *paused = changes(&reading, &after);
	g_assert_cmpstr(paused, ==, "{'PlaybackStatus': <'Paused'>, 'Volume': <1.0>}");
	after = reading;
	after.sentence = "Two.";
	g_autofree char *next = changes(&reading, &after);
	g_assert_true(g_str_has_prefix(next, "{'Metadata': <{'mpris:trackid'"));
	g_assert_nonnull(strstr(next, "Two."));
}

static void
test_jumps(void)
{
	g_autoptr(OqMprisMoment) before = make(reading);
	OqMprisState state = reading;

	state.position_us = 20 * SECOND_US + SECOND_US / 2;
	g_autoptr(OqMprisMoment) follows = oq_mpris_moment_new(&state, 1005 * SECOND_US);
	g_assert_false(oq_mpris_moment_jumps(before, follows));
	g_assert_false(oq_mpris_moment_turns(before, follows));
	g_autoptr(OqMprisMoment) jumps = oq_mpris_moment_new(&state, 1000 * SECOND_US);
	g_assert_true(oq_mpris_moment_jumps(before, jumps));
	g_assert_true(oq_mpris_moment_jumps(jumps, before));
	state.text++;
	state.rate = 3;
	g_autoptr(OqMprisMoment) other = oq_mpris_moment_new(&state, 1000 * SECOND_US);
	g_assert_false(oq_mpris_moment_jumps(before, other));
	g_assert_true(oq_mpris_moment_turns(before, other));
}

static void
test_offset(void)
{
	g_autoptr(OqMprisMoment) moment = make(reading);
	const gint64 now_us = 1000 * SECOND_US;

	g_assert_cmpint(oq_mpris_moment_offset(moment, 5, now_us), ==, 5);
	g_assert_cmpint(oq_mpris_moment_offset(moment, G_MININT64, now_us), ==, -10 * SECOND_US);
	g_assert_cmpint(oq_mpris_moment_offset(moment, G_MAXINT64, now_us), ==, 90 * SECOND_US);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/mpris-moment/properties", test_properties);
	g_test_add_func("/mpris-moment/little-is-known", test_little_is_known);
	g_test_add_func("/mpris-moment/impossible", test_impossible);
	g_test_add_func("/mpris-moment/cut-letter", test_cut_letter);
	g_test_add_func("/mpris-moment/position", test_position);
	g_test_add_func("/mpris-moment/changes", test_changes);
	g_test_add_func("/mpris-moment/jumps", test_jumps);
	g_test_add_func("/mpris-moment/offset", test_offset);
	return g_test_run();
}
