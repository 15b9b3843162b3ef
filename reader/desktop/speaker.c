/* speaker.c - see the header. */
#include "desktop/speaker.h"

#include "desktop/worker.h"

struct _OqSpeaker {
	OqSpeakerParts parts;
	OqWorker *worker;
	OqPlayback *playback; /* nullable */
};

/** What takes time to be made. */
typedef struct {
	OqPool *pool;
	OqDevice *device;
} Sound;

static void
free_sound(gpointer data)
{
	Sound *sound = data;

	oq_pool_free(sound->pool);
	oq_device_free(sound->device);
	g_free(sound);
}

static gpointer
make_sound(gpointer data, GCancellable *stop, GError **error)
{
	const OqSpeaker *speaker = data;
	g_autoptr(OqPool) pool = oq_reader_pool(speaker->parts.reader, 1);
	guint rate_hz = 0;

	if (!oq_pool_check(pool, &rate_hz, stop, error))
		return NULL;
	OqDevice *device = speaker->parts.open(rate_hz, speaker->parts.open_data, stop, error);
	if (device == NULL)
		return NULL;
	Sound *sound = g_new(Sound, 1);
	*sound = (Sound){g_steal_pointer(&pool), device};
	return sound;
}

static void
take_sound(gpointer result, const GError *error, gpointer data)
{
	OqSpeaker *speaker = data;
	const OqStyle style = OQ_STYLE_DEFAULT;
	g_autofree Sound *sound = result;

	if (sound != NULL) {
		speaker->playback =
			oq_playback_new(sound->pool, oq_player_new(sound->device), &style, NULL);
		oq_playback_on_change(
			speaker->playback, speaker->parts.changed, speaker->parts.data);
	}
	speaker->parts.ready(error, speaker->parts.data);
}

OqSpeaker *
oq_speaker_new(const OqSpeakerParts *parts)
{
	OqSpeaker *speaker = g_new0(OqSpeaker, 1);

	speaker->parts = *parts;
	speaker->worker = oq_worker_new(make_sound, take_sound, free_sound, speaker);
	return speaker;
}

void
oq_speaker_free(OqSpeaker *speaker)
{
	if (speaker == NULL)
		return;
	oq_worker_free(speaker->worker);
	oq_playback_free(speaker->playback);
	g_free(speaker);
}

void
oq_speaker_prepare(OqSpeaker *speaker)
{
	if (speaker->playback == NULL)
		oq_worker_start(speaker->worker);
}

OqPlayback *
oq_speaker_playback(const OqSpeaker *speaker)
{
	return speaker->playback;
}

void
oq_speaker_break(OqSpeaker *speaker)
{
	g_clear_pointer(&speaker->playback, oq_playback_free);
}
