/* talk.c - see the header. */
#include "dispatcher/talk.h"

/* Of a block: some 0.2 s, so that little is still to be sent when it is stopped. */
#define BLOCK_FRAMES 4096

#define SERVER_MARK "__spd_"

/* The end, or that it is paused, is told when the sound has almost been heard: Speech Dispatcher
 * 0.11 hangs for good when it has a message paused whose end is on its way to it, and when it has
 * called for a stop and then reads, behind sound that waited, that the message is paused. */
#define END_AHEAD_US 20000

struct _OqTalk {
	OqReplies *replies;
	gboolean is_saying;
	gboolean has_begun; /* … and that was told */
	gboolean is_pausing;
	OqSpoken *spoken; /* (nullable): that is being said */
	gsize frame;      /* of it, that is next */
	guint n_marks;    /* of it, that were told */
	gsize pause;      /* frames of silence that are due before the next sound */
	guint rate_hz;
	guint n_rests;    /* marks to come at which it can be paused */
	gint64 begun_us;  /* when the first sound was sent */
	guint64 n_frames; /* that were sent */
	guint end_timer;  /* source id; 0: none; until then nothing more is said */
};

OqTalk *
oq_talk_new(OqReplies *replies)
{
	OqTalk *talk = g_new0(OqTalk, 1);

	talk->replies = replies;
	return talk;
}

void
oq_talk_free(OqTalk *talk)
{
	if (talk == NULL)
		return;
	oq_spoken_free(talk->spoken);
	g_clear_handle_id(&talk->end_timer, g_source_remove);
	g_free(talk);
}

gboolean
oq_talk_is_over(const OqTalk *talk)
{
	return !talk->is_saying;
}

gboolean
oq_talk_wants(const OqTalk *talk)
{
	return talk->is_saying && talk->spoken == NULL;
}

static void
end(OqTalk *talk, const char *event)
{
	g_clear_pointer(&talk->spoken, oq_spoken_free);
	g_clear_handle_id(&talk->end_timer, g_source_remove);
	talk->is_saying = FALSE;
	oq_replies_line(talk->replies, "%s", event);
}

/* From where the server goes on, when it goes on. */
static gboolean
is_rest(const char *mark)
{
	return g_str_has_prefix(mark, SERVER_MARK);
}

gboolean
oq_talk_stop(OqTalk *talk)
{
	if (!talk->is_saying)
		return FALSE;
	end(talk, "703 STOP");
	return TRUE;
}

gboolean
oq_talk_pause(OqTalk *talk)
{
	if (talk->is_pausing && talk->is_saying)
		return FALSE;
	talk->is_pausing = talk->is_saying;
	return talk->n_rests == 0 && oq_talk_stop(talk);
}

void
oq_talk_begin(OqTalk *talk, const GArray *marks)
{
	oq_talk_stop(talk);
	talk->n_rests = 0;
	for (guint i = 0; i < marks->len; i++)
		talk->n_rests += is_rest(g_array_index(marks, OqSsmlMark, i).name);
	talk->n_frames = 0;
	talk->is_saying = TRUE;
	talk->is_pausing = FALSE;
	talk->has_begun = FALSE;
	talk->pause = 0;
}

void
oq_talk_give(OqTalk *talk, OqSpoken *spoken)
{
	talk->spoken = spoken;
	talk->frame = 0;
	talk->n_marks = 0;
	if (spoken->speech == NULL)
		return;
	talk->rate_hz = spoken->speech->rate_hz;
	if (spoken->speech->n_voiced == 0) {
		gsize n_frames = spoken->speech->n_frames;
		talk->pause = talk->pause > 0 ? MAX(talk->pause, n_frames) : 0;
	}
}

/* The next mark of what is being said; NULL: there is none. */
static const OqSpokenMark *
next_mark(const OqTalk *talk)
{
	const GArray *marks = talk->spoken->marks;

	return talk->n_marks < marks->len ? &g_array_index(marks, OqSpokenMark, talk->n_marks)
					  : NULL;
}

static void
tell_mark(OqTalk *talk, const OqSpokenMark *mark)
{
	oq_replies_line(talk->replies, "700-%s", mark->name);
	oq_replies_line(talk->replies, "700 INDEX MARK");
	talk->n_marks++;
	talk->n_rests -= is_rest(mark->name);
}

static void
send(OqTalk *talk, const gint16 *samples, gsize n_frames)
{
	if (talk->n_frames == 0)
		talk->begun_us = g_get_monotonic_time();
	talk->n_frames += n_frames;
	oq_replies_sound(talk->replies, samples, n_frames, talk->rate_hz);
}

static void
say_silence(OqTalk *talk)
{
	gsize n_frames = MIN(talk->pause, BLOCK_FRAMES);

	send(talk, NULL, n_frames);
	talk->pause -= n_frames;
}

/* Up to the next mark. */
static void
say_sound(OqTalk *talk, gsize end_frame)
{
	const OqSpeech *speech = talk->spoken->speech;
	gsize n_frames = MIN(end_frame - talk->frame, BLOCK_FRAMES);

	send(talk, speech->samples + talk->frame, n_frames);
	talk->frame += n_frames;
}

static gboolean
on_end(gpointer data)
{
	OqTalk *talk = data;

	talk->end_timer = 0;
	end(talk, "702 END");
	return G_SOURCE_REMOVE;
}

/* The mark and the pause in one go: else the server is past the one before it has the other. */
static gboolean
on_pause(gpointer data)
{
	OqTalk *talk = data;

	talk->end_timer = 0;
	tell_mark(talk, next_mark(talk));
	end(talk, "704 PAUSE");
	return G_SOURCE_REMOVE;
}

static void
call_when_heard(OqTalk *talk, GSourceFunc call)
{
	gint64 length_us =
		talk->n_frames > 0 ? (gint64)(talk->n_frames * G_USEC_PER_SEC / talk->rate_hz) : 0;
	gint64 left_us = talk->begun_us + length_us - END_AHEAD_US - g_get_monotonic_time();

	if (talk->n_frames == 0 || left_us <= 0)
		call(talk);
	else
		talk->end_timer = g_timeout_add((guint)(left_us / 1000), call, talk);
}

static void
say_mark(OqTalk *talk, const OqSpokenMark *mark)
{
	if (talk->is_pausing && is_rest(mark->name))
		call_when_heard(talk, on_pause);
	else
		tell_mark(talk, mark);
}

static void
end_speech(OqTalk *talk)
{
	const OqSpeech *speech = talk->spoken->speech;

	if (speech == NULL) {
		call_when_heard(talk, on_end);
		return;
	}
	if (speech->n_voiced > 0)
		talk->pause = speech->n_frames - speech->n_voiced;
	g_clear_pointer(&talk->spoken, oq_spoken_free);
}

/* One block, mark or end. */
static void
say_next(OqTalk *talk)
{
	const OqSpeech *speech = talk->spoken->speech;
	const OqSpokenMark *mark = next_mark(talk);
	gsize n_voiced = speech != NULL ? speech->n_voiced : 0;
	gsize end_frame = mark != NULL ? MIN(mark->frame, n_voiced) : n_voiced;

	if (!talk->has_begun)
		oq_replies_line(talk->replies, "701 BEGIN");
	talk->has_begun = TRUE;
	if (talk->frame == 0 && n_voiced > 0 && talk->pause > 0)
		say_silence(talk);
	else if (talk->frame < end_frame)
		say_sound(talk, end_frame);
	else if (mark != NULL)
		say_mark(talk, mark);
	else
		end_speech(talk);
}

void
oq_talk_go_on(OqTalk *talk)
{
	while (talk->is_saying && talk->spoken != NULL && talk->end_timer == 0 &&
		oq_replies_has_room(talk->replies))
		say_next(talk);
}
