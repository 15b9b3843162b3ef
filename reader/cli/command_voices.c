/* command_voices.c - oqyrman voices: the voices and sound devices there are. */
#include "audio/playing/device_portaudio.h"
#include "base/paths.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "speech/voice.h"
#include <glib/gi18n.h>

static void
add_voice(GString *out, const OqVoice *voice)
{
	g_string_append_printf(out, "  %s (%s)", voice->name, voice->id);
	if (g_str_equal(voice->id, OQ_VOICE_DEFAULT))
		g_string_append_printf(out, ", %s", _("the default"));
	g_string_append_printf(out, ": %s\n", voice->about);
}

static void
tell_left_out(const GPtrArray *complaints)
{
	for (guint i = 0; i < complaints->len; i++) {
		const char *why = g_ptr_array_index(complaints, i);
		g_autofree char *line = g_strdup_printf(_("%s; this voice is left out"), why);
		oq_messages_say(line);
	}
}

static gboolean
list_voices(GString *out, GError **error)
{
	g_autofree char *folder = oq_paths_data("", error);
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) voices =
		folder != NULL ? oq_voice_list(folder, complaints, error) : NULL;
	if (voices == NULL)
		return FALSE;
	tell_left_out(complaints);
	g_string_append_printf(out, "%s\n", _("Voices:"));
	for (guint i = 0; i < voices->len; i++)
		add_voice(out, g_ptr_array_index(voices, i));
	return TRUE;
}

static gboolean
list_devices(GString *out, GCancellable *stop, GError **error)
{
	g_autoptr(GPtrArray) devices = oq_device_portaudio_names(g_cancellable_get_fd(stop), error);
	if (devices == NULL)
		return FALSE;
	g_string_append_printf(out, "%s\n", _("Sound devices:"));
	if (devices->len == 0)
		g_string_append_printf(
			out, "  %s\n", _("none; oqyrman render writes audio files without one"));
	for (guint i = 0; i < devices->len; i++) {
		const char *device = g_ptr_array_index(devices, i);
		g_string_append_printf(out, "  %u: %s\n", i, device);
	}
	return TRUE;
}

gboolean
oq_command_voices(const OqCall *call, GError **error)
{
	if (!oq_call_has_no_words(call, "voices", error))
		return FALSE;
	g_autoptr(GString) voices = g_string_new(NULL);
	if (!list_voices(voices, error) || !oq_output_print(voices->str, error))
		return FALSE;
	g_autoptr(GString) devices = g_string_new(NULL);
	return list_devices(devices, call->stop, error) && oq_output_print(devices->str, error);
}
