/* wish.c - see the header. */
#include "dispatcher/wish.h"

#include <string.h>

#define LIMIT 100

/* The usual rate of eSpeak NG's own module, its lowest and its highest one. */
enum { USUAL_RATE = 170, LOWEST_RATE = 80, HIGHEST_RATE = 449 };

typedef struct {
	const char *name;
	guint value;
} Choice;

static const Choice punctuations[] = {
	{"none", OQ_PUNCTUATION_NONE},
	{"some", OQ_PUNCTUATION_SOME},
	{"most", OQ_PUNCTUATION_SOME}, /* all but what is heard as pause and tone */
	{"all", OQ_PUNCTUATION_ALL},
	{NULL, 0},
};

static const Choice switches[] = {{"off", FALSE}, {"on", TRUE}, {NULL, 0}};

static const Choice capitals[] = {
	{"none", OQ_CAPITALS_NONE},
	{"spell", OQ_CAPITALS_SPELL},
	{"icon", OQ_CAPITALS_ICON},
	{NULL, 0},
};

static const Choice kinds[] = {
	{"male1", OQ_VOICE_KIND_MALE1},
	{"male2", OQ_VOICE_KIND_MALE2},
	{"male3", OQ_VOICE_KIND_MALE3},
	{"female1", OQ_VOICE_KIND_FEMALE1},
	{"female2", OQ_VOICE_KIND_FEMALE2},
	{"female3", OQ_VOICE_KIND_FEMALE3},
	{"child_male", OQ_VOICE_KIND_CHILD_MALE},
	{"child_female", OQ_VOICE_KIND_CHILD_FEMALE},
	{NULL, 0},
};

typedef struct {
	const char *name;
	const Choice *choices; /* NULL: a number, or a text where that is said */
	gboolean is_text;
	gsize member;
} Setting;

static const Setting settings[] = {
	{"rate", NULL, FALSE, G_STRUCT_OFFSET(OqWish, rate)},
	{"pitch", NULL, FALSE, G_STRUCT_OFFSET(OqWish, pitch)},
	{"pitch_range", NULL, FALSE, G_STRUCT_OFFSET(OqWish, pitch_range)},
	{"volume", NULL, FALSE, G_STRUCT_OFFSET(OqWish, volume)},
	{"punctuation_mode", punctuations, FALSE, G_STRUCT_OFFSET(OqWish, punctuation)},
	{"spelling_mode", switches, FALSE, G_STRUCT_OFFSET(OqWish, is_spelled)},
	{"cap_let_recogn", capitals, FALSE, G_STRUCT_OFFSET(OqWish, capitals)},
	{"voice", kinds, FALSE, G_STRUCT_OFFSET(OqWish, kind)},
	{"voice_type", kinds, FALSE, G_STRUCT_OFFSET(OqWish, kind)},
	{"language", NULL, TRUE, G_STRUCT_OFFSET(OqWish, language)},
	{"synthesis_voice", NULL, TRUE, G_STRUCT_OFFSET(OqWish, voice)},
};

void
oq_wish_init(OqWish *wish)
{
	*wish = (OqWish){.volume = LIMIT};
}

void
oq_wish_clear(OqWish *wish)
{
	g_clear_pointer(&wish->language, g_free);
	g_clear_pointer(&wish->voice, g_free);
}

void
oq_wish_copy(const OqWish *wish, OqWish *copy)
{
	*copy = *wish;
	copy->language = g_strdup(wish->language);
	copy->voice = g_strdup(wish->voice);
}

static void
set_text(char **text, const char *value)
{
	g_free(*text);
	*text = *value != '\0' && strcmp(value, "NULL") != 0 ? g_strdup(value) : NULL;
}

static gboolean
set_number(gint *number, const char *value)
{
	gint64 parsed;

	if (!g_ascii_string_to_signed(value, 10, -LIMIT, LIMIT, &parsed, NULL))
		return FALSE;
	*number = (gint)parsed;
	return TRUE;
}

static gboolean
set_choice(guint *member, const Choice *choices, const char *value)
{
	for (; choices->name != NULL; choices++) {
		if (g_ascii_strcasecmp(choices->name, value) != 0)
			continue;
		*member = choices->value;
		return TRUE;
	}
	return FALSE;
}

gboolean
oq_wish_set(OqWish *wish, const char *name, const char *value)
{
	for (gsize i = 0; i < G_N_ELEMENTS(settings); i++) {
		const Setting *setting = &settings[i];
		gpointer member = G_STRUCT_MEMBER_P(wish, setting->member);
		if (strcmp(setting->name, name) != 0)
			continue;
		if (setting->choices != NULL)
			return set_choice(member, setting->choices, value);
		if (!setting->is_text)
			return set_number(member, value);
		set_text(member, value);
		return TRUE;
	}
	return FALSE;
}

static guint
scale_speed(gint rate, guint speed_wpm)
{
	gint end = rate < 0 ? USUAL_RATE - LOWEST_RATE : HIGHEST_RATE - USUAL_RATE;
	gint permille = 1000 + 1000 * end / USUAL_RATE * rate / LIMIT;

	return CLAMP(speed_wpm * (guint)permille / 1000, OQ_SPEED_MIN_WPM, OQ_SPEED_MAX_WPM);
}

static guint8
scale_percent(gint value)
{
	return (guint8)((value + LIMIT) / 2);
}

void
oq_wish_style(const OqWish *wish, guint speed_wpm, OqStyle *style)
{
	style->speed_wpm = (guint16)scale_speed(wish->rate, speed_wpm);
	style->pitch_percent = scale_percent(wish->pitch);
	style->range_percent = scale_percent(wish->pitch_range);
	style->volume_percent = scale_percent(wish->volume);
}
