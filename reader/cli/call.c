/* call.c - see the header. */
#include "cli/call.h"

#include "base/paths.h"
#include "cli/messages.h"
#include "cli/options_radio.h"
#include "speech/voice.h"

#include <glib/gi18n.h>

static void
tell(const GPtrArray *notices, const OqOptions *options, OqTelling *telling)
{
	for (guint i = 0; i < notices->len && !options->quiet; i++)
		oq_telling_say(telling, g_ptr_array_index(notices, i));
}

OqConfig *
oq_call_settings(const OqOptions *options, guint traits, OqSettings *settings)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	gboolean is_configured = (traits & (OQ_TRAIT_READS | OQ_TRAIT_CHECKS)) != 0;
	g_autofree char *path = is_configured ? oq_paths_config() : NULL;
	OqConfig *config = oq_config_load(path, notices);

	tell(notices, options, NULL);
	oq_settings_init(settings);
	oq_config_apply(config, settings);
	oq_options_settings(options, settings);
	return config;
}

gboolean
oq_call_has_no_words(const OqCall *call, const char *verb, GError **error)
{
	if (call->words[0] == NULL)
		return TRUE;
	g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("oqyrman %s takes no words; leave out %s"), verb, call->words[0]);
	return FALSE;
}

OqLayouts *
oq_call_layouts(GError **error)
{
	g_autofree char *folder = oq_paths_data(oq_lang_name(OQ_LANG_KK), error);

	return folder != NULL ? oq_layouts_load(folder, error) : NULL;
}

OqReader *
oq_call_reader(const OqCall *call, GError **error)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GError) failure = NULL;
	OqReader *reader = oq_reader_new(call->settings, call->nursery, notices, &failure);

	oq_options_propagate(error, failure, OQ_READER_ERROR, OQ_READER_ERROR_SETTING);
	tell(notices, call->options, call->telling);
	return reader;
}

/* Never silent about it, not even with --quiet: what is heard is not the whole text. */
static void
tell_left_out(guint paragraph, const char *begins, gpointer telling)
{
	g_autofree char *line = g_strdup_printf(
		_("a sentence could not be said and was left out, in paragraph %u: %s"), paragraph,
		begins);

	oq_telling_say(telling, line);
}

/* (transfer full) (nullable): the voice of ours that was meant, perhaps. */
static char *
suggest_voice(const char *name)
{
	g_autofree char *folder = oq_paths_data("", NULL);

	return folder != NULL ? oq_voice_suggest(folder, name) : NULL;
}

/* eSpeak NG looks a name up when none of our voices has it, so it is the last to know. */
static void
set_no_voice(GError **error, const char *name, const GError *failure)
{
	gboolean is_unknown = g_error_matches(failure, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
	g_autofree char *meant = is_unknown ? suggest_voice(name) : NULL;

	if (meant != NULL)
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("there is no voice “%s”; did you mean “%s”?"), name, meant);
	else
		oq_options_propagate(error, failure, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
}

OqPool *
oq_call_pool(const OqCall *call, const OqReader *reader, guint n_children, guint *rate_hz,
	GError **error)
{
	g_autoptr(OqPool) pool = oq_reader_pool(reader, n_children);
	g_autoptr(GError) failure = NULL;

	oq_pool_share(pool, call->n_free);
	oq_pool_on_left_out(pool, tell_left_out, call->telling);
	if (oq_pool_check(pool, rate_hz, call->stop, &failure))
		return g_steal_pointer(&pool);
	set_no_voice(error, call->settings->style.voice, failure);
	return NULL;
}

gboolean
oq_call_profile(const OqCall *call, OqProfile *profile, GError **error)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);

	if (oq_options_has_profile(call->options))
		oq_profile_check(call->config, notices);
	tell(notices, call->options, call->telling);
	return oq_options_profile(call->options, call->config, profile, error);
}

static OqTurn *
wait_for_turn(const OqCall *call, const char *title, GError **error)
{
	g_autoptr(GError) taken = NULL;
	OqTurn *turn = oq_turn_take(OQ_TURN_REFUSE, title, call->stop, &taken);

	if (turn != NULL)
		return turn;
	if (!call->options->quiet)
		oq_messages_say(_("waiting until what is being read comes to its end"));
	return oq_turn_take(OQ_TURN_WAIT, title, call->stop, error);
}

OqTurn *
oq_call_turn(const OqCall *call, const char *title, GError **error)
{
	if (call->options->wait)
		return wait_for_turn(call, title, error);
	return oq_turn_take(call->options->interrupt ? OQ_TURN_INTERRUPT : OQ_TURN_REFUSE, title,
		call->stop, error);
}
