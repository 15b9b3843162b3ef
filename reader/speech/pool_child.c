/* pool_child.c - see the header. */
#include "speech/pool_child.h"

#include "base/records.h"
#include "speech/espeak/engine_espeak.h"
#include "speech/synthesizer.h"
#include "speech/task.h"
#include "speech/wire.h"

#include <string.h>

struct _OqPoolChild {
	char *folder;
	OqStyle style;

	/* What is made ready. */
	OqProsody *prosody;
	OqSpeeds *speeds;
	OqPhonemes *phonemes;
	OqVoices *voices;
	OqSynthesizer *synthesizer; /* NULL: failure says why */
	GError *failure;

	/* In a child. */
	int fd;
	OqPassage passage;
};

OqPoolChild *
oq_pool_child_new(const char *folder, const OqStyle *style)
{
	OqPoolChild *child = g_new0(OqPoolChild, 1);

	child->folder = g_strdup(folder);
	child->style = *style;
	oq_passage_init(&child->passage, style);
	return child;
}

void
oq_pool_child_free(OqPoolChild *child)
{
	if (child == NULL)
		return;
	oq_synthesizer_free(child->synthesizer);
	oq_voices_free(child->voices);
	oq_phonemes_free(child->phonemes);
	oq_speeds_free(child->speeds);
	oq_prosody_free(child->prosody);
	oq_passage_clear(&child->passage);
	g_clear_error(&child->failure);
	g_free(child->folder);
	g_free(child);
}

static gboolean
load_tables(OqPoolChild *child, GError **error)
{
	g_autofree char *language = g_build_filename(child->folder, oq_lang_name(OQ_LANG_KK), NULL);
	g_autofree char *speeds = g_build_filename(child->folder, "espeak", "speeds.tsv", NULL);
	g_autofree char *phonemes = g_build_filename(child->folder, "espeak", "phonemes.tsv", NULL);

	child->prosody = oq_prosody_load(language, error);
	child->speeds = child->prosody != NULL ? oq_speeds_load(speeds, error) : NULL;
	child->phonemes = child->speeds != NULL ? oq_phonemes_load(phonemes, error) : NULL;
	return child->phonemes != NULL;
}

/* A data folder that is not there is no fault here: a stock voice speaks then (voices.h). */
static gboolean
make_synthesizer(OqPoolChild *child, GError **error)
{
	g_autofree char *data_folder = g_build_filename(child->folder, "espeak-ng-data", NULL);
	const char *ours = g_file_test(data_folder, G_FILE_TEST_IS_DIR) ? data_folder : NULL;
	const OqEspeakTables tables = {ours, child->speeds, child->phonemes};
	OqEngine *engine = oq_engine_espeak_new(&tables, error);

	if (engine == NULL)
		return FALSE;
	child->voices = oq_voices_new(child->folder, ours);
	child->synthesizer = oq_synthesizer_new(engine, child->prosody, child->voices);
	if (oq_synthesizer_warm(child->synthesizer, &child->style, error))
		return TRUE;
	g_clear_pointer(&child->synthesizer, oq_synthesizer_free);
	return FALSE;
}

void
oq_pool_child_warm(gpointer data)
{
	OqPoolChild *child = data;

	if (load_tables(child, &child->failure))
		make_synthesizer(child, &child->failure);
}

static gboolean
answer(int fd, OqTaskKind kind, gconstpointer body, gsize n_bytes)
{
	g_autoptr(GBytes) record = oq_task_record(kind, body, n_bytes);

	return oq_records_write(fd, g_bytes_get_data(record, NULL), g_bytes_get_size(record));
}

static gboolean
answer_text(int fd, OqTaskKind kind, const char *text)
{
	return answer(fd, kind, text, strlen(text));
}

static gboolean
say_whether_ready(const OqPoolChild *child)
{
	if (child->synthesizer != NULL) {
		const OqTaskReady ready = {oq_synthesizer_rate_hz(child->synthesizer)};
		return answer(child->fd, OQ_TASK_READY, &ready, sizeof ready);
	}
	g_autoptr(GBytes) why = oq_wire_pack_error(child->failure);
	answer(child->fd, OQ_TASK_NO_VOICE, g_bytes_get_data(why, NULL), g_bytes_get_size(why));
	return FALSE;
}

static gboolean
send_speech(OqSpeech *speech, gpointer data)
{
	const OqPoolChild *child = data;
	g_autoptr(OqSpeech) said = speech;
	g_autoptr(GBytes) body = oq_wire_pack_speech(said);

	return answer(
		child->fd, OQ_TASK_SPEECH, g_bytes_get_data(body, NULL), g_bytes_get_size(body));
}

static gboolean
speak(OqPoolChild *child)
{
	g_autoptr(GError) failure = NULL;

	if (oq_synthesizer_speak(child->synthesizer, &child->passage, send_speech, child, &failure))
		return TRUE;
	return answer_text(child->fd, OQ_TASK_FAILED, failure->message);
}

static gboolean
transcribe(OqPoolChild *child)
{
	g_autoptr(GError) failure = NULL;
	g_autofree char *phonemes = oq_synthesizer_phonemes(
		child->synthesizer, &child->passage.utterances[0], &child->passage.style, &failure);

	if (phonemes != NULL)
		return answer_text(child->fd, OQ_TASK_PHONEMES, phonemes);
	return answer_text(child->fd, OQ_TASK_FAILED, failure->message);
}

static gboolean
serve(OqPoolChild *child, GBytes *record)
{
	OqTaskKind kind;
	g_autoptr(GBytes) body = oq_task_open(record, &kind);
	g_autoptr(GError) failure = NULL;

	if (!oq_wire_unpack_passage(body, &child->passage, &failure))
		return answer_text(child->fd, OQ_TASK_FAILED, failure->message);
	return kind == OQ_TASK_SAY ? speak(child) : transcribe(child);
}

int
oq_pool_child_run(int fd, gpointer data)
{
	OqPoolChild *child = data;
	gboolean goes_on = TRUE;

	child->fd = fd;
	if (!say_whether_ready(child))
		return 0;
	while (goes_on) {
		g_autoptr(GBytes) record = oq_records_read(fd);
		goes_on = record != NULL && serve(child, record);
	}
	return 0;
}
