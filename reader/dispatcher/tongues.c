/* tongues.c - see the header. */
#include "dispatcher/tongues.h"

#include "speech/espeak/espeak_languages.h"
#include "speech/voice.h"
#include "text/lang.h"

#include <string.h>

struct _OqTongues {
	char *folder;
	GPtrArray *languages; /* of OqEspeakLanguage */
	GArray *list;         /* of OqTongue */
};

static void
clear_tongue(gpointer data)
{
	OqTongue *tongue = data;

	g_free(tongue->name);
	g_free(tongue->language);
	g_free(tongue->variant);
}

static void
free_language(gpointer language)
{
	oq_espeak_language_free(language);
}

static void
add(GArray *list, const char *name, const char *language, const char *variant)
{
	OqTongue tongue = {g_strdup(name), g_strdup(language), g_strdup(variant)};

	g_array_append_val(list, tongue);
}

static void
add_ours(OqTongues *tongues, const GPtrArray *voices)
{
	for (OqLang lang = 0; lang < OQ_N_LANGS; lang++)
		for (guint i = 0; i < voices->len; i++) {
			const OqVoice *voice = g_ptr_array_index(voices, i);
			add(tongues->list, voice->name, oq_lang_name(lang), voice->id);
		}
}

static void
add_others(OqTongues *tongues)
{
	for (guint i = 0; i < tongues->languages->len; i++) {
		const OqEspeakLanguage *language = g_ptr_array_index(tongues->languages, i);
		if (oq_lang_find(language->tag) == OQ_N_LANGS)
			add(tongues->list, language->name, language->tag, "none");
	}
}

OqTongues *
oq_tongues_load(const char *folder, GError **error)
{
	g_autoptr(GPtrArray) voices = oq_voice_list(folder, NULL, error);
	g_autofree char *languages = g_build_filename(folder, "espeak-ng-data", "lang", NULL);

	if (voices == NULL)
		return NULL;
	OqTongues *tongues = g_new0(OqTongues, 1);
	tongues->folder = g_strdup(folder);
	tongues->list = g_array_new(FALSE, FALSE, sizeof(OqTongue));
	g_array_set_clear_func(tongues->list, clear_tongue);
	tongues->languages = g_ptr_array_new_with_free_func(free_language);
	oq_espeak_languages_list(languages, tongues->languages);
	add_ours(tongues, voices);
	add_others(tongues);
	return tongues;
}

void
oq_tongues_free(OqTongues *tongues)
{
	if (tongues == NULL)
		return;
	g_free(tongues->folder);
	g_ptr_array_unref(tongues->languages);
	g_array_unref(tongues->list);
	g_free(tongues);
}

const GArray *
oq_tongues_list(const OqTongues *tongues)
{
	return tongues->list;
}

/* (nullable): by its tag, or by that of a wider one: "de" for "de-ch". */
static const OqEspeakLanguage *
find_language(const OqTongues *tongues, const char *tag)
{
	g_autofree char *wider = g_ascii_strdown(tag, -1);

	g_strdelimit(wider, "_", '-');
	for (;;) {
		for (guint i = 0; i < tongues->languages->len; i++) {
			const OqEspeakLanguage *language = g_ptr_array_index(tongues->languages, i);
			if (g_ascii_strcasecmp(language->tag, wider) == 0)
				return language;
		}
		char *hyphen = strrchr(wider, '-');
		if (hyphen == NULL)
			return NULL;
		*hyphen = '\0';
	}
}

static const OqEspeakLanguage *
find_named(const OqTongues *tongues, const char *name)
{
	for (guint i = 0; i < tongues->languages->len; i++) {
		const OqEspeakLanguage *language = g_ptr_array_index(tongues->languages, i);
		if (g_ascii_strcasecmp(language->name, name) == 0)
			return language;
	}
	return NULL;
}

/* A voice of ours that a kind means; NULL: the usual one. */
static const char *
voice_of_kind(OqVoiceKind kind)
{
	static const char *const ids[OQ_N_VOICE_KINDS] = {
		[OQ_VOICE_KIND_MALE2] = "marat",
		[OQ_VOICE_KIND_MALE3] = "zharshy",
		[OQ_VOICE_KIND_FEMALE1] = "ainur",
		[OQ_VOICE_KIND_FEMALE2] = "ainur",
		[OQ_VOICE_KIND_FEMALE3] = "ainur",
		[OQ_VOICE_KIND_CHILD_MALE] = "ainur",
		[OQ_VOICE_KIND_CHILD_FEMALE] = "ainur",
	};

	return kind < OQ_N_VOICE_KINDS ? ids[kind] : NULL;
}

/* (transfer full) (nullable): of ours, that which is named. */
static OqVoice *
find_ours(const OqTongues *tongues, const OqWish *wish)
{
	return wish->voice != NULL ? oq_voice_find(tongues->folder, wish->voice, NULL) : NULL;
}

void
oq_tongues_set_voice(const OqTongues *tongues, const OqWish *wish, OqStyle *style)
{
	const char *of_kind = voice_of_kind(wish->kind);
	OqVoice *voice = find_ours(tongues, wish);

	if (voice != NULL)
		oq_style_set_voice(style, voice->id);
	else if (of_kind != NULL)
		oq_style_set_voice(style, of_kind);
	oq_voice_free(voice);
}

const char *
oq_tongues_go_abroad(
	const OqTongues *tongues, const OqWish *wish, const char *language, OqStyle *style)
{
	OqVoice *ours = find_ours(tongues, wish);
	const OqEspeakLanguage *found =
		ours == NULL && wish->voice != NULL ? find_named(tongues, wish->voice) : NULL;

	oq_voice_free(ours);
	if (found == NULL && language != NULL)
		found = find_language(tongues, language);
	if (found == NULL || oq_lang_find(found->tag) == OQ_LANG_KK)
		return NULL;
	const char *home = *style->voice != '\0' ? style->voice : OQ_VOICE_DEFAULT;
	g_autofree char *voice = g_strconcat(home, "@", found->file, NULL);
	return oq_style_set_voice(style, voice) ? found->file : NULL;
}
