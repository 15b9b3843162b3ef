/* stream.c - see the header. */
#include "audio/playing/stream.h"

#include <dlfcn.h>
#include <glib/gi18n.h>
#include <portaudio.h>
#include <stdatomic.h>

#include "audio/playing/absence.h"
#include "audio/playing/device.h"
#include "audio/playing/device_names.h"
#include "audio/playing/hush.h"
#include "audio/playing/no_assert.h"
#include "audio/playing/no_jack.h"

enum {
	LATENCY_MS = 600, /* of sound are taken ahead … */
	PERIOD_MS = 200,  /* … in pieces of this, so that few wake the processor: stalls of the
			     whole machine up to the difference are not heard */
	MAX_DELAY_S = 10, /* what is more is no delay but an error of the device */
};

struct _OqStream {
	PaStream *stream; /* NULL: it rests */
	PaDeviceIndex index;
	guint rate_hz;
	gdouble latency_s;
	atomic_bool has_ended; /* by itself or aborted */
	const OqStreamUser *user;
	gpointer data;
};

/* So that ALSA looks for them anew, which PortAudio sees to when all goes well. */
static void
forget_devices(void)
{
	int (*forget)(void);
	*(void **)&forget = dlsym(RTLD_DEFAULT, "snd_config_update_free_global");
	if (forget != NULL)
		forget();
}

static gboolean
initialize(GError **error)
{
	g_warn_if_fail(oq_no_jack());
	oq_hush_alsa();
	g_warn_if_fail(oq_no_assert());
	PaError failed = paNoError;
	if (!oq_no_assert_call(Pa_Initialize, &failed)) {
		failed = paInternalError; /* as if it had returned that: it may be called again */
		forget_devices();
	}
	if (failed)
		g_set_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_NONE,
			_("sound does not work here: %s; 'oqyrman render' writes a file instead"),
			Pa_GetErrorText(failed));
	return !failed;
}

static gboolean
can_play(PaDeviceIndex index)
{
	return Pa_GetDeviceInfo(index)->maxOutputChannels > 0;
}

static GPtrArray *
list_devices(void)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	for (PaDeviceIndex i = 0; i < Pa_GetDeviceCount(); i++)
		if (can_play(i))
			g_ptr_array_add(names, g_utf8_make_valid(Pa_GetDeviceInfo(i)->name, -1));
	return names;
}

GPtrArray *
oq_stream_devices(GError **error)
{
	if (!initialize(error))
		return NULL;
	GPtrArray *names = list_devices();
	Pa_Terminate();
	return names;
}

static void
set_absent(GError **error)
{
	g_autofree char *cure = oq_absence_cure();
	if (cure != NULL)
		g_set_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_NONE,
			_("there is no sound device: %s, or let 'oqyrman render' write a file"),
			cure);
	else
		g_set_error_literal(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_NONE,
			_("there is no sound device; 'oqyrman render' writes a file instead"));
}

/* Returns paNoDevice with @error set. */
static PaDeviceIndex
choose(const char *name, GError **error)
{
	g_autoptr(GPtrArray) names = list_devices();
	if (names->len == 0 || (name == NULL && Pa_GetDefaultOutputDevice() < 0)) {
		set_absent(error);
		return paNoDevice;
	}
	if (name == NULL)
		return Pa_GetDefaultOutputDevice();
	gint place = oq_device_names_find(names, name, error);
	if (place < 0)
		return paNoDevice;
	PaDeviceIndex index = 0;
	while (!can_play(index) || place-- > 0)
		index++;
	return index;
}

static void
set_open_error(const OqStream *stream, PaError failed, GError **error)
{
	g_autofree char *name = g_utf8_make_valid(Pa_GetDeviceInfo(stream->index)->name, -1);
	g_autofree char *cure = oq_absence_cure();
	if (failed == paInvalidSampleRate)
		g_set_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_FORMAT,
			_("the sound device '%s' cannot play %u Hz; choose another device"), name,
			stream->rate_hz);
	else if (cure != NULL)
		g_set_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_NONE,
			_("the sound device '%s' cannot be opened: %s: %s, or let 'oqyrman "
			  "render' write a file"),
			name, Pa_GetErrorText(failed), cure);
	else
		g_set_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_NONE,
			_("the sound device '%s' cannot be opened: %s; choose another device, or "
			  "let 'oqyrman render' write a file"),
			name, Pa_GetErrorText(failed));
}

/* Runs in a thread that must never wait: no allocation, no lock, no log. */
static int
play(const void *input, void *output, unsigned long n_frames, const PaStreamCallbackTimeInfo *when,
	PaStreamCallbackFlags flags, void *data)
{
	(void)input, (void)flags;
	OqStream *stream = data;
	gdouble delay_s = when->outputBufferDacTime - when->currentTime;
	if (when->currentTime <= 0 || delay_s < 0 || delay_s > MAX_DELAY_S)
		delay_s = stream->latency_s; /* this device does not tell */
	stream->user->play(output, n_frames, (gint64)(delay_s * G_USEC_PER_SEC), stream->data);
	return paContinue;
}

static void
note_end(void *data)
{
	OqStream *stream = data;
	atomic_store(&stream->has_ended, TRUE);
	stream->user->ended(stream->data);
}

static gboolean
open_device(OqStream *stream, GError **error)
{
	PaStreamParameters output = {
		.device = stream->index,
		.channelCount = 1,
		.sampleFormat = paInt16,
		.suggestedLatency = LATENCY_MS / 1000.0,
	};
	PaError failed = Pa_OpenStream(&stream->stream, NULL, &output, stream->rate_hz,
		(gulong)stream->rate_hz * PERIOD_MS / 1000, paNoFlag, play, stream);
	if (failed) {
		stream->stream = NULL;
		set_open_error(stream, failed, error);
		return FALSE;
	}
	Pa_SetStreamFinishedCallback(stream->stream, note_end);
	stream->latency_s = Pa_GetStreamInfo(stream->stream)->outputLatency;
	return TRUE;
}

OqStream *
oq_stream_open(
	const char *name, guint rate_hz, const OqStreamUser *user, gpointer data, GError **error)
{
	if (!initialize(error))
		return NULL;
	OqStream *stream = g_new0(OqStream, 1);
	stream->rate_hz = rate_hz;
	stream->user = user;
	stream->data = data;
	stream->index = choose(name, error);
	if (stream->index != paNoDevice && open_device(stream, error))
		return stream;
	Pa_Terminate();
	g_free(stream);
	return NULL;
}

/* A realtime thread that is ending is waited for, as it leaks when it is cancelled just then. */
void
oq_stream_abort(OqStream *stream)
{
	if (atomic_load(&stream->has_ended))
		Pa_StopStream(stream->stream);
	else
		Pa_AbortStream(stream->stream);
}

void
oq_stream_close(OqStream *stream)
{
	if (stream == NULL)
		return;
	if (stream->stream != NULL) {
		oq_stream_abort(stream);
		Pa_CloseStream(stream->stream);
	}
	Pa_Terminate();
	g_free(stream);
}

void
oq_stream_rest(OqStream *stream)
{
	if (stream->stream != NULL)
		Pa_CloseStream(stream->stream);
	stream->stream = NULL;
}

gboolean
oq_stream_start(OqStream *stream, GError **error)
{
	atomic_store(&stream->has_ended, FALSE);
	if (stream->stream == NULL && !open_device(stream, error))
		return FALSE;
	PaError failed = Pa_StartStream(stream->stream);
	if (failed)
		g_set_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_LOST,
			_("the sound device does not start: %s; choose another one"),
			Pa_GetErrorText(failed));
	return !failed;
}
