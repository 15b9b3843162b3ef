/* mpris_moment.c - see the header. */
#include "bus/mpris_moment.h"

#include <math.h>
#include <string.h>

enum {
	MAX_TITLE = 1000, /* bytes, as the next one */
	MAX_SENTENCE = 4000,
};

#define NO_TRACK     "/org/mpris/MediaPlayer2/TrackList/NoTrack"
#define MAX_US       (G_MAXINT64 / 4)
#define MAX_RATE     100.0
#define TOLERANCE_US 1000000 /* positions are estimated */

/* (nullable) */
static char *
copy_text(const char *text, gsize max_bytes)
{
	if (text == NULL)
		return NULL;
	/* a letter that is cut in two here lies behind what is kept */
	char *valid = g_utf8_make_valid(text, (gssize)strnlen(text, max_bytes + 8));

	if (strlen(valid) > max_bytes)
		*g_utf8_find_prev_char(valid, valid + max_bytes + 1) = '\0';
	return valid;
}

static double
possible_rate(double rate, double least, double most)
{
	return isfinite(rate) && rate > 0 ? CLAMP(rate, least, most) : 1;
}

OqMprisMoment *
oq_mpris_moment_new(const OqMprisState *state, gint64 at_us)
{
	OqMprisMoment *moment = g_new0(OqMprisMoment, 1);
	OqMprisState *own = &moment->state;

	moment->at_us = at_us;
	*own = *state;
	own->title = moment->title = copy_text(state->title, MAX_TITLE);
	own->path = moment->path = g_strdup(state->path);
	own->sentence = moment->sentence = copy_text(state->sentence, MAX_SENTENCE);
	own->length_us = CLAMP(state->length_us, 0, MAX_US);
	own->position_us =
		CLAMP(state->position_us, 0, own->length_us > 0 ? own->length_us : MAX_US);
	own->min_rate = possible_rate(state->min_rate, 1 / MAX_RATE, 1);
	own->max_rate = possible_rate(state->max_rate, 1, MAX_RATE);
	own->rate = possible_rate(state->rate, own->min_rate, own->max_rate);
	own->volume = isnan(state->volume) ? 1 : CLAMP(state->volume, 0, 1);
	return moment;
}

OqMprisMoment *
oq_mpris_moment_copy(const OqMprisMoment *moment)
{
	return oq_mpris_moment_new(&moment->state, moment->at_us);
}

void
oq_mpris_moment_free(OqMprisMoment *moment)
{
	if (moment == NULL)
		return;
	g_free(moment->title);
	g_free(moment->path);
	g_free(moment->sentence);
	g_free(moment);
}

gint64
oq_mpris_moment_position(const OqMprisMoment *moment, gint64 now_us)
{
	const OqMprisState *state = &moment->state;
	double since_us = (double)CLAMP(now_us - moment->at_us, 0, MAX_US / (gint64)MAX_RATE);

	if (state->status != OQ_MPRIS_PLAYING)
		return state->position_us;
	gint64 position_us = state->position_us + (gint64)(since_us * state->rate);
	return state->length_us > 0 ? MIN(position_us, state->length_us) : position_us;
}

char *
oq_mpris_moment_track(const OqMprisMoment *moment)
{
	if (moment->state.text == 0)
		return g_strdup(NO_TRACK);
	return g_strdup_printf("/oqyrman/text/%u", moment->state.text);
}

static void
add_string(GVariantBuilder *dict, const char *key, const char *value)
{
	if (value != NULL && *value != '\0')
		g_variant_builder_add(dict, "{sv}", key, g_variant_new_string(value));
}

static void
add_file(GVariantBuilder *dict, const OqMprisState *state)
{
	if (state->path == NULL)
		return;
	g_autofree char *uri = g_filename_to_uri(state->path, NULL, NULL);
	add_string(dict, "xesam:url", uri);
	if (state->title == NULL || *state->title == '\0') {
		g_autofree char *name = g_filename_display_basename(state->path);
		add_string(dict, "xesam:title", name);
	}
}

static GVariant *
make_metadata(const OqMprisMoment *moment)
{
	const OqMprisState *state = &moment->state;
	g_auto(GVariantBuilder) dict = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE_VARDICT);
	g_autofree char *track = oq_mpris_moment_track(moment);

	g_variant_builder_add(&dict, "{sv}", "mpris:trackid", g_variant_new_object_path(track));
	if (state->text == 0)
		return g_variant_builder_end(&dict);
	add_string(&dict, "xesam:title", state->title);
	add_file(&dict, state);
	add_string(&dict, "xesam:asText", state->sentence);
	if (state->length_us > 0)
		g_variant_builder_add(
			&dict, "{sv}", "mpris:length", g_variant_new_int64(state->length_us));
	return g_variant_builder_end(&dict);
}

static const char *
status_name(OqMprisStatus status)
{
	switch (status) {
	case OQ_MPRIS_PLAYING:
		return "Playing";
	case OQ_MPRIS_PAUSED:
		return "Paused";
	case OQ_MPRIS_STOPPED:
	default:
		return "Stopped";
	}
}

GVariant *
oq_mpris_moment_property(const OqMprisMoment *moment, const char *name, gint64 now_us)
{
	const OqMprisState *state = &moment->state;

	if (strcmp(name, "PlaybackStatus") == 0)
		return g_variant_new_string(status_name(state->status));
	if (strcmp(name, "Metadata") == 0)
		return make_metadata(moment);
	if (strcmp(name, "Position") == 0)
		return g_variant_new_int64(oq_mpris_moment_position(moment, now_us));
	if (strcmp(name, "Rate") == 0)
		return g_variant_new_double(state->rate);
	if (strcmp(name, "MinimumRate") == 0)
		return g_variant_new_double(state->min_rate);
	if (strcmp(name, "MaximumRate") == 0)
		return g_variant_new_double(state->max_rate);
	if (strcmp(name, "Volume") == 0)
		return g_variant_new_double(state->volume);
	return NULL;
}

GVariant *
oq_mpris_moment_changes(const OqMprisMoment *before, const OqMprisMoment *after)
{
	static const char *const names[] = {
		"PlaybackStatus", "Metadata", "Rate", "MinimumRate", "MaximumRate", "Volume"};
	g_auto(GVariantBuilder) dict = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE_VARDICT);
	guint n = 0;

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autoptr(GVariant) old =
			g_variant_ref_sink(oq_mpris_moment_property(before, names[i], 0));
		g_autoptr(GVariant) new =
			g_variant_ref_sink(oq_mpris_moment_property(after, names[i], 0));
		if (g_variant_equal(old, new))
			continue;
		g_variant_builder_add(&dict, "{sv}", names[i], new);
		n++;
	}
	return n > 0 ? g_variant_builder_end(&dict) : NULL;
}

/* Another text begins where it likes. */
gboolean
oq_mpris_moment_jumps(const OqMprisMoment *before, const OqMprisMoment *after)
{
	gint64 expected_us = oq_mpris_moment_position(before, after->at_us);

	return before->state.text == after->state.text &&
	       ABS(after->state.position_us - expected_us) > TOLERANCE_US;
}

gboolean
oq_mpris_moment_turns(const OqMprisMoment *before, const OqMprisMoment *after)
{
	return before->state.text != after->state.text ||
	       before->state.status != after->state.status ||
	       ABS(before->state.rate - after->state.rate) > 0;
}

gint64
oq_mpris_moment_offset(const OqMprisMoment *moment, gint64 offset_us, gint64 now_us)
{
	gint64 position_us = oq_mpris_moment_position(moment, now_us);
	gint64 end_us = moment->state.length_us > 0 ? moment->state.length_us : G_MAXINT64;
	gint64 near_us = CLAMP(offset_us, -MAX_US, MAX_US);

	return CLAMP(position_us + near_us, 0, end_us) - position_us;
}
