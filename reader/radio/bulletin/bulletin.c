/* bulletin.c - see the header. */
#include "radio/bulletin/bulletin.h"

#include "radio/bulletin/recording.h"

enum {
	CROSS_MS = 20,
	BED_FADE_MS = 1000,
	RAMP_MS = 300,
	LONG_PAUSE_MS = 1500,
};

/* A voice that is too short to be measured is about as loud as all of ours. */
#define USUAL_LUFS (-23)

/** What of the voice's spool sounds where. */
typedef struct {
	guint64 first; /* frames of the spool */
	guint64 end;
	guint64 frame; /* of the programme */
} Item;

/** A jingle in its place. */
typedef struct {
	const OqRecording *recording;
	guint64 frame;
} Jingle;

/** Where the bed is, in frames of the programme. */
typedef struct {
	guint64 start;
	guint64 end;
} Lying;

struct _OqBulletin {
	OqBulletinShape shape;
	OqRecording *intro; /* nullable, as the next ones */
	OqRecording *between;
	OqRecording *outro;
	OqRecording *bed;
	OqSpool *voice;
	OqSink *voice_sink;
	OqLoudnessMeter *meter;
	GArray *items;   /* of Item: those that sound */
	GArray *jingles; /* of Jingle */
	GArray *beds;    /* of Lying */
	guint64 at;      /* the frame of the programme behind all that has its place */
	guint64 bed_start;
	gint gap_ms;
	gboolean begins; /* the next speech is the first one of an item */
	OqArrangement *arrangement;
};

static void
listen(const gfloat *frames, gsize n_frames, gpointer data)
{
	oq_loudness_meter_add(((OqBulletin *)data)->meter, frames, n_frames);
}

gboolean
oq_bulletin_sounds_any(const OqBulletinSounds *sounds)
{
	return sounds->intro != NULL || sounds->between != NULL || sounds->outro != NULL ||
	       sounds->bed != NULL;
}

/* @path: (nullable) */
static gboolean
load(const OqBulletin *bulletin, const char *path, gboolean is_bed, OqRecording **recording,
	GCancellable *stop, GError **error)
{
	const OqRecordingWish wish = {
		.folder = bulletin->shape.folder,
		.rate_hz = bulletin->shape.rate_hz,
		.n_channels = bulletin->shape.n_channels,
		.min_ms = is_bed ? OQ_BULLETIN_BED_MIN_MS : 0,
		.max_ms = is_bed ? 0 : OQ_BULLETIN_JINGLE_MAX_MS,
	};

	if (path == NULL)
		return TRUE;
	*recording = oq_recording_load(path, &wish, stop, error);
	return *recording != NULL;
}

static gboolean
load_all(OqBulletin *bulletin, const OqBulletinSounds *sounds, GCancellable *stop, GError **error)
{
	return load(bulletin, sounds->intro, FALSE, &bulletin->intro, stop, error) &&
	       load(bulletin, sounds->between, FALSE, &bulletin->between, stop, error) &&
	       load(bulletin, sounds->outro, FALSE, &bulletin->outro, stop, error) &&
	       load(bulletin, sounds->bed, TRUE, &bulletin->bed, stop, error);
}

static guint64
frames_of(const OqBulletin *bulletin, guint ms)
{
	return ((guint64)ms * bulletin->shape.rate_hz + 500) / 1000;
}

/* From the voice's frames to the programme's. */
static guint64
scale(const OqBulletin *bulletin, guint64 n_frames)
{
	guint speech_hz = bulletin->shape.speech_hz;

	return (n_frames * bulletin->shape.rate_hz + speech_hz / 2) / speech_hz;
}

static void
put_jingle(OqBulletin *bulletin, const OqRecording *recording)
{
	const Jingle jingle = {recording, bulletin->at};

	g_array_append_val(bulletin->jingles, jingle);
	bulletin->at += oq_spool_n_frames(recording->spool);
}

OqBulletin *
oq_bulletin_new(const OqBulletinSounds *sounds, const OqBulletinShape *shape, GCancellable *stop,
	GError **error)
{
	g_autoptr(OqBulletin) bulletin = g_new0(OqBulletin, 1);

	bulletin->shape = *shape;
	bulletin->items = g_array_new(FALSE, FALSE, sizeof(Item));
	bulletin->jingles = g_array_new(FALSE, FALSE, sizeof(Jingle));
	bulletin->beds = g_array_new(FALSE, FALSE, sizeof(Lying));
	bulletin->arrangement = oq_arrangement_new(shape->rate_hz, shape->n_channels);
	bulletin->voice = oq_spool_new(shape->folder, shape->speech_hz, 1, error);
	if (bulletin->voice == NULL || !load_all(bulletin, sounds, stop, error))
		return NULL;
	bulletin->voice_sink = oq_spool_sink(bulletin->voice);
	bulletin->meter = oq_loudness_meter_new(shape->speech_hz, 1);
	oq_spool_on_frames(bulletin->voice, listen, bulletin);
	bulletin->begins = TRUE;
	bulletin->gap_ms = -1;
	if (bulletin->intro != NULL)
		put_jingle(bulletin, bulletin->intro);
	bulletin->bed_start = bulletin->at;
	return g_steal_pointer(&bulletin);
}

void
oq_bulletin_free(OqBulletin *bulletin)
{
	if (bulletin == NULL)
		return;
	oq_arrangement_free(bulletin->arrangement);
	oq_sink_free(bulletin->voice_sink);
	oq_spool_free(bulletin->voice);
	oq_loudness_meter_free(bulletin->meter);
	oq_recording_free(bulletin->intro);
	oq_recording_free(bulletin->between);
	oq_recording_free(bulletin->outro);
	oq_recording_free(bulletin->bed);
	g_array_unref(bulletin->items);
	g_array_unref(bulletin->jingles);
	g_array_unref(bulletin->beds);
	g_free(bulletin);
}

OqSink *
oq_bulletin_voice(OqBulletin *bulletin)
{
	return bulletin->voice_sink;
}

void
oq_bulletin_begin_item(OqBulletin *bulletin, gint gap_ms)
{
	bulletin->begins = TRUE;
	bulletin->gap_ms = gap_ms;
}

static Item *
last_item(const OqBulletin *bulletin)
{
	guint n_items = bulletin->items->len;

	return n_items > 0 ? &g_array_index(bulletin->items, Item, n_items - 1) : NULL;
}

/* What comes behind the voice: the rest of its bed, or a silence before a jingle. */
static void
leave_voice(OqBulletin *bulletin)
{
	if (bulletin->bed == NULL) {
		bulletin->at += frames_of(bulletin, OQ_BULLETIN_JINGLE_MS);
		return;
	}
	bulletin->at += frames_of(bulletin, OQ_BULLETIN_TRAIL_MS);
	const Lying lying = {bulletin->bed_start, bulletin->at};
	g_array_append_val(bulletin->beds, lying);
}

/* How long it is silent before the voice, or its bed alone. */
static guint64
usual_gap(const OqBulletin *bulletin, guint64 frame)
{
	const Item *last = last_item(bulletin);

	if (last != NULL && bulletin->between == NULL)
		return scale(bulletin, frame - last->end);
	if (bulletin->bed != NULL)
		return frames_of(bulletin, OQ_BULLETIN_LEAD_MS);
	return last != NULL || bulletin->intro != NULL ? frames_of(bulletin, OQ_BULLETIN_JINGLE_MS)
						       : 0;
}

static void
open_item(OqBulletin *bulletin, guint64 frame)
{
	gint gap_ms = bulletin->gap_ms;
	guint64 gap = gap_ms >= 0 ? frames_of(bulletin, (guint)gap_ms) : usual_gap(bulletin, frame);

	if (bulletin->items->len > 0 && bulletin->between != NULL) {
		leave_voice(bulletin);
		put_jingle(bulletin, bulletin->between);
		bulletin->bed_start = bulletin->at;
	}
	bulletin->at += gap;
	const Item item = {frame, frame, bulletin->at};
	g_array_append_val(bulletin->items, item);
	bulletin->begins = FALSE;
}

guint64
oq_bulletin_add_speech(OqBulletin *bulletin, guint64 frame, guint64 n_frames)
{
	if (bulletin->begins)
		open_item(bulletin, frame);
	Item *item = last_item(bulletin);
	guint64 start = item->frame + scale(bulletin, frame - item->first);

	item->end = frame + n_frames;
	bulletin->at = item->frame + scale(bulletin, item->end - item->first);
	oq_arrangement_add_speech(bulletin->arrangement, start, bulletin->at);
	return start;
}

static void
place_all(OqBulletin *bulletin, double voice_lufs)
{
	for (guint i = 0; i < bulletin->items->len; i++) {
		const Item *item = &g_array_index(bulletin->items, Item, i);
		const OqPieceCut cut = {
			bulletin->voice, item->first, item->end - item->first, 0, 0};
		oq_arrangement_add(bulletin->arrangement, item->frame, &cut);
	}
	for (guint i = 0; i < bulletin->jingles->len; i++) {
		const Jingle *jingle = &g_array_index(bulletin->jingles, Jingle, i);
		const OqRecording *recording = jingle->recording;
		const OqPieceCut cut = {
			.spool = recording->spool,
			.n_taken = oq_spool_n_frames(recording->spool),
			.gain_db = oq_recording_gain_db(recording, voice_lufs),
		};
		oq_arrangement_add(bulletin->arrangement, jingle->frame, &cut);
	}
}

static void
place_beds(OqBulletin *bulletin, double voice_lufs)
{
	for (guint i = 0; i < bulletin->beds->len; i++) {
		const Lying *lying = &g_array_index(bulletin->beds, Lying, i);
		double gain_db = oq_recording_gain_db(bulletin->bed, voice_lufs);
		const OqBed bed = {
			.spool = bulletin->bed->spool,
			.start = lying->start,
			.end = lying->end,
			.cross_ms = CROSS_MS,
			.fade_in_ms = BED_FADE_MS,
			.fade_out_ms = BED_FADE_MS,
			.levels = {gain_db + OQ_BULLETIN_BED_LOW_DB,
				gain_db + OQ_BULLETIN_BED_HIGH_DB, frames_of(bulletin, RAMP_MS),
				frames_of(bulletin, LONG_PAUSE_MS)},
		};
		oq_arrangement_add_bed(bulletin->arrangement, &bed);
	}
}

gboolean
oq_bulletin_make(OqBulletin *bulletin, OqSink *sink, GCancellable *stop, GError **error)
{
	OqLoudness voice = oq_loudness_meter_get(bulletin->meter, 0);
	double voice_lufs = voice.is_known ? voice.integrated_lufs : USUAL_LUFS;

	if (bulletin->items->len > 0 && (bulletin->bed != NULL || bulletin->outro != NULL))
		leave_voice(bulletin);
	if (bulletin->outro != NULL)
		put_jingle(bulletin, bulletin->outro);
	place_all(bulletin, voice_lufs);
	place_beds(bulletin, voice_lufs);
	return oq_arrangement_render(bulletin->arrangement, sink, stop, error) &&
	       oq_sink_finish(sink, stop, error);
}
