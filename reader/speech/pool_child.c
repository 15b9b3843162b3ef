/* pool_child.c - see the header. */
#include "speech/pool_child.h"

#include "speech/espeak/engine_espeak.h"
#include "speech/server.h"

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
};

OqPoolChild *
oq_pool_child_new(const char *folder, const OqStyle *style)
{
	OqPoolChild *child = g_new0(OqPoolChild, 1);

	child->folder = g_strdup(folder);
	child->style = *style;
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

/* That of quotations, too, must be one. */
static gboolean
warm(OqPoolChild *child, GError **error)
{
	OqStyle quotes = oq_style_of_quotes(&child->style);

	if (oq_style_has_quotes(&child->style) &&
		!oq_synthesizer_warm(child->synthesizer, &quotes, error))
		return FALSE;
	return oq_synthesizer_warm(child->synthesizer, &child->style, error);
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
	if (warm(child, error))
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

int
oq_pool_child_run(int fd, gpointer data)
{
	OqPoolChild *child = data;

	return oq_server_run(fd, child->synthesizer, child->failure);
}
