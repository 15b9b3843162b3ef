/* voice.h - a voice: a file NAME.voice of voices/, which a user may copy and change.
 *
 *     [Voice]
 *     Name=Дәурен            how a listener calls it
 *     About=ер адамның даусы one line in Kazakh
 *     Espeak=kk+dauren       a language and a variant of eSpeak NG
 *     Stock=false            true: with eSpeak NG's own data, not with ours
 *     Speed=130              Kazakh words a minute, unless the user says otherwise
 *     Pauses=100             percent of the pauses that belong to its speed
 *     Gain=3.9               dB, -30 to 12, by which all voices are equally loud; 4 unless given
 *     GainRu=3.7             … where the voice speaks Russian; Gain, unless given
 *     GainEn=3.6             … English
 */
#pragma once

#include "speech/speech.h"
#include "speech/style.h"
#include "text/lang.h"

/** By the language that is said, in dB. */
typedef struct {
	double db[OQ_N_LANGS];
} OqVoiceGains;

typedef struct {
	char *id; /* the file's name without .voice, in ASCII */
	char *name;
	char *about;
	char *espeak;
	gboolean is_stock;
	guint speed_wpm;
	guint pauses_percent;
	OqVoiceGains gains;
} OqVoice;

/** The voice that speaks when none is named. */
#define OQ_VOICE_DEFAULT "dauren"

/** oq_voice_load: reads one file, @path ends in ".voice"; NULL and OQ_SPEECH_ERROR_NO_VOICE, with
 * file and key. */
OqVoice *oq_voice_load(const char *path, GError **error);

/** oq_voice_new_stock: (transfer full): a voice of eSpeak NG's own, by the name that it has there:
 * "kk+f3". */
OqVoice *oq_voice_new_stock(const char *espeak);

/** oq_voice_go_abroad: it speaks a language of eSpeak NG, "gmw/de", in its own manner, as loud as
 * before, and no other. */
void oq_voice_go_abroad(OqVoice *voice, const char *language);
void oq_voice_free(OqVoice *voice);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqVoice, oq_voice_free)

/** oq_voice_gain: what samples are multiplied by. */
double oq_voice_gain(const OqVoiceGains *gains, OqLang lang);

/**
 * oq_voice_list:
 * @folder: where the files are
 * @complaints: (element-type utf8) (nullable): receives a message for each file that is damaged and
 *   left out
 *
 * Returns: (transfer full) (element-type OqVoice): the default voice first, eSpeak NG's own last,
 *   otherwise by id; NULL and OQ_SPEECH_ERROR_NO_VOICE: there is no such folder, or not one of its
 *   voices can be used
 */
GPtrArray *oq_voice_list(const char *folder, GPtrArray *complaints, GError **error);

/**
 * oq_voice_find:
 * @name: id or name of a voice, in small or capital letters; a name also as it is typed on a
 *   Russian or a Latin keyboard (kk/typing.tsv in @folder)
 *
 * Returns: (transfer full): NULL without an error: there is none of that name; NULL and
 *   OQ_SPEECH_ERROR_NO_VOICE: a file is damaged: that of the id, or any, where a name is looked
 * for; or the name may be that of two voices
 */
OqVoice *oq_voice_find(const char *folder, const char *name, GError **error);

/** oq_voice_suggest: (transfer full) (nullable): the name or id that was meant, perhaps, by one
 * that no voice has. */
char *oq_voice_suggest(const char *folder, const char *name);
