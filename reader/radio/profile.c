/* profile.c - see the header. */
#include "radio/profile.h"

#include "base/nearest.h"
#include "reading/config/config_sample.h"
#include "reading/config/config_value.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define CEILING_DBTP (-1.0)

/* The user's own is called so in the sample. */
#define SAMPLE_NAME "studio"

typedef enum {
	WHOLE,  /* a whole number */
	ONE_OF, /* of low and high */
	DECIMAL,
	SECONDS, /* kept in milliseconds */
} Kind;

typedef struct {
	const char *name;
	Kind kind;
	double low;
	double high;
	gsize member;         /* of OqProfile: a double when it is DECIMAL, else a guint */
	const char *standard; /* in the sample */
	const char *meaning;
} Row;

#define MEMBER(name) G_STRUCT_OFFSET(OqProfile, name)

static const Row rows[] = {
	[OQ_PROFILE_RATE] = {"rate", WHOLE, 8000, 192000, MEMBER(rate_hz), "48000",
		N_("frames a second, in Hz; the voice's own where nothing is given")},
	[OQ_PROFILE_BITS] = {"bits", ONE_OF, 16, 24, MEMBER(n_bits), "24",
		N_("bits of a sample; with 16 of them, noise of the smallest step is mixed in "
		   "where they were computed")},
	[OQ_PROFILE_CHANNELS] = {"channels", ONE_OF, 1, 2, MEMBER(n_channels), "1",
		N_("channels: 1 is mono, 2 is the same on both sides")},
	[OQ_PROFILE_BITRATE] = {"bitrate", WHOLE, 16, 512, MEMBER(bitrate_kbps), "",
		N_("kilobits a second, where a format has a constant rate, as MP3")},
	[OQ_PROFILE_LOUDNESS] = {"loudness", DECIMAL, -50, -5, MEMBER(loudness_lufs), "-23",
		N_("how loud it becomes, in LUFS (EBU R 128)")},
	[OQ_PROFILE_TRUE_PEAK] = {"true-peak", DECIMAL, -20, 0, MEMBER(ceiling_dbtp), "-1",
		N_("what no true peak goes beyond, in dBTP")},
	[OQ_PROFILE_GAIN] = {"gain", DECIMAL, -60, 60, MEMBER(gain_db), "",
		N_("louder or softer by so many decibels, in place of a loudness")},
	[OQ_PROFILE_HIGHPASS] = {"highpass", WHOLE, 0, 1000, MEMBER(highpass_hz), "80",
		N_("below so many Hz all is taken away; 0: nothing")},
	[OQ_PROFILE_HEAD] = {"head", SECONDS, 0, 600, MEMBER(head_ms), "0.5",
		N_("silence before the first word, in seconds")},
	[OQ_PROFILE_TAIL] = {"tail", SECONDS, 0, 600, MEMBER(tail_ms), "0.5",
		N_("silence behind the last word, in seconds")},
};
G_STATIC_ASSERT(G_N_ELEMENTS(rows) == OQ_N_PROFILE_KEYS);

static const struct {
	const char *name;
	OqProfile profile;
} built_in[] = {
	{"plain", {.loudness_lufs = NAN, .ceiling_dbtp = NAN}},
	{"ebu", {.rate_hz = 48000,
			.n_bits = 24,
			.n_channels = 1,
			.loudness_lufs = -23,
			.ceiling_dbtp = CEILING_DBTP,
			.highpass_hz = 80,
			.head_ms = 500,
			.tail_ms = 500}},
	{"podcast", {.rate_hz = 44100,
			    .n_bits = 16,
			    .n_channels = 2,
			    .bitrate_kbps = 128,
			    .loudness_lufs = -16,
			    .ceiling_dbtp = CEILING_DBTP,
			    .highpass_hz = 80,
			    .head_ms = 500,
			    .tail_ms = 500}},
};

OqProfile
oq_profile_plain(void)
{
	return built_in[0].profile;
}

static OqProfileKey
find_key(const char *name)
{
	OqProfileKey key = 0;

	while (key < OQ_N_PROFILE_KEYS && strcmp(rows[key].name, name) != 0)
		key++;
	return key;
}

/* In every locale, with a point as C and our tables write it, or a comma as it is written here. */
static gboolean
read_number(const Row *row, const char *value, double *number)
{
	char *end;
	g_autofree char *text = g_strdelimit(g_strdup(value), ",", '.');

	if (*value == '\0' || strspn(text, "+-.0123456789") != strlen(text))
		return FALSE;
	*number = g_ascii_strtod(text, &end);
	if (*end != '\0' || !(*number >= row->low && *number <= row->high))
		return FALSE;
	return row->kind == DECIMAL || row->kind == SECONDS ||
	       (*number == floor(*number) && strspn(value, "0123456789") == strlen(value) &&
		       (row->kind == WHOLE || *number == row->low || *number == row->high));
}

/* Loudness is a way to choose the gain. */
static void
settle(OqProfile *profile, OqProfileKey key)
{
	if (key == OQ_PROFILE_GAIN)
		profile->loudness_lufs = NAN;
	if (key == OQ_PROFILE_LOUDNESS)
		profile->gain_db = 0;
	gboolean is_louder = !isnan(profile->loudness_lufs) || profile->gain_db > 0;
	if (is_louder && isnan(profile->ceiling_dbtp))
		profile->ceiling_dbtp = CEILING_DBTP;
}

gboolean
oq_profile_set(OqProfile *profile, OqProfileKey key, const char *value)
{
	const Row *row = &rows[key];
	gpointer member = G_STRUCT_MEMBER_P(profile, row->member);
	double number;

	if (!read_number(row, value, &number))
		return FALSE;
	if (row->kind == DECIMAL)
		*(double *)member = number;
	else
		*(guint *)member = (guint)lround(row->kind == SECONDS ? number * 1000 : number);
	settle(profile, key);
	return TRUE;
}

const char *
oq_profile_key_name(OqProfileKey key)
{
	return rows[key].name;
}

char *
oq_profile_range(OqProfileKey key)
{
	const Row *row = &rows[key];

	if (row->kind == WHOLE)
		return g_strdup_printf(
			_("a whole number from %u to %u"), (guint)row->low, (guint)row->high);
	if (row->kind == ONE_OF)
		return g_strdup_printf(_("%u or %u"), (guint)row->low, (guint)row->high);
	return g_strdup_printf(
		_("a number from %d to %d, with a point or a comma in it if need be, as 0.5"),
		(int)row->low, (int)row->high);
}

/* Its lines in the user's file; FALSE: there are none. */
static gboolean
find_own(const OqConfig *config, const char *name, OqProfile *profile)
{
	const GPtrArray *lines = oq_config_profiles(config);
	gboolean is_found = FALSE;

	*profile = oq_profile_plain();
	for (guint i = 0; i < lines->len; i++) {
		const OqConfigProfileLine *line = g_ptr_array_index(lines, i);
		if (strcmp(line->profile, name) != 0)
			continue;
		is_found = TRUE;
		OqProfileKey key = line->key != NULL ? find_key(line->key) : OQ_N_PROFILE_KEYS;
		if (key != OQ_N_PROFILE_KEYS && *line->value != '\0')
			oq_profile_set(profile, key, line->value);
	}
	return is_found;
}

gboolean
oq_profile_find(const OqConfig *config, const char *name, OqProfile *profile)
{
	if (find_own(config, name, profile))
		return TRUE;
	for (guint i = 0; i < G_N_ELEMENTS(built_in); i++) {
		if (strcmp(built_in[i].name, name) != 0)
			continue;
		*profile = built_in[i].profile;
		return TRUE;
	}
	return FALSE;
}

char *
oq_profile_names(const OqConfig *config)
{
	const GPtrArray *lines = oq_config_profiles(config);
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; i < G_N_ELEMENTS(built_in); i++)
		g_ptr_array_add(names, g_strdup(built_in[i].name));
	for (guint i = 0; i < lines->len; i++) {
		const OqConfigProfileLine *line = g_ptr_array_index(lines, i);
		if (!g_ptr_array_find_with_equal_func(names, line->profile, g_str_equal, NULL))
			g_ptr_array_add(names, g_strdup(line->profile));
	}
	g_ptr_array_add(names, NULL);
	return g_strjoinv(", ", (char **)names->pdata);
}

static char *
no_such_key(const char *written)
{
	const char *names[OQ_N_PROFILE_KEYS + 1] = {NULL};
	g_autofree char *name = oq_config_value_quote(written);

	for (OqProfileKey key = 0; key < OQ_N_PROFILE_KEYS; key++)
		names[key] = rows[key].name;
	gint nearest = oq_nearest_find(written, names);
	if (nearest >= 0)
		return g_strdup_printf(
			_("a profile has no key %s; did you mean %s?"), name, names[nearest]);
	return g_strdup_printf(
		_("a profile has no key %s; oqyrman config shows all groups and keys"), name);
}

/* (transfer full) (nullable): what is wrong. */
static char *
judge(const OqConfigProfileLine *line)
{
	OqProfile profile = oq_profile_plain();
	OqProfileKey key = line->key != NULL ? find_key(line->key) : OQ_N_PROFILE_KEYS;

	if (line->key == NULL)
		return NULL;
	if (key == OQ_N_PROFILE_KEYS)
		return no_such_key(line->key);
	if (*line->value == '\0' || oq_profile_set(&profile, key, line->value))
		return NULL;
	g_autofree char *value = oq_config_value_quote(line->value);
	g_autofree char *range = oq_profile_range(key);
	return g_strdup_printf(_("%s %s is not possible; give %s"), line->key, value, range);
}

/* (transfer full) (nullable): the same, and where it stands. */
static char *
find_fault(const OqConfig *config, const OqConfigProfileLine *line)
{
	g_autofree char *problem = judge(line);
	g_autofree char *place = oq_config_place(config, line->line);

	return problem != NULL ? g_strdup_printf("%s: %s", place, problem) : NULL;
}

char *
oq_profile_fault(const OqConfig *config, const char *name)
{
	const GPtrArray *lines = oq_config_profiles(config);
	char *fault = NULL;

	for (guint i = 0; i < lines->len && fault == NULL; i++) {
		const OqConfigProfileLine *line = g_ptr_array_index(lines, i);
		if (strcmp(line->profile, name) == 0)
			fault = find_fault(config, line);
	}
	return fault;
}

void
oq_profile_check(const OqConfig *config, GPtrArray *notices)
{
	const GPtrArray *lines = oq_config_profiles(config);

	for (guint i = 0; i < lines->len; i++) {
		char *fault = find_fault(config, g_ptr_array_index(lines, i));
		if (fault != NULL)
			g_ptr_array_add(notices, fault);
	}
}

void
oq_profile_sample(GString *sample)
{
	g_string_append_printf(sample, "\n\n# %s\n[profile %s]\n",
		_("a set of these for render --profile; as many as you like, each with a name of "
		  "its own"),
		SAMPLE_NAME);
	for (OqProfileKey key = 0; key < OQ_N_PROFILE_KEYS; key++) {
		g_autofree char *range = oq_profile_range(key);
		oq_config_sample_add(
			sample, rows[key].name, rows[key].standard, _(rows[key].meaning), range);
	}
}

gboolean
oq_profile_changes(const OqProfile *profile)
{
	return !isnan(profile->loudness_lufs) || !isnan(profile->ceiling_dbtp) ||
	       profile->gain_db != 0 || profile->highpass_hz > 0 || profile->head_ms > 0 ||
	       profile->tail_ms > 0;
}

guint64
oq_profile_frames(guint ms, guint rate_hz)
{
	return ((guint64)ms * rate_hz + 500) / 1000;
}
