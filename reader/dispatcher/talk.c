/* talk.c - see the header. */
#include "dispatcher/talk.h"

/* Of a block: some 0.2 s, so that little is still to be sent when it is stopped. */
#define BLOCK_FRAMES 4096

#define SERVER_MARK "__spd_"

struct _OqTalk {
	OqReplies *replies;
	gboolean is_saying;
	gboolean is_pausing;
	OqSpoken *spoken; /* (nullable): that is being said */
	gsize frame;      /* of it, that is next */
	guint n_marks;    /* of it, that were told */
	gsize pause;      /* frames of silence that are due before the next sound */
	guint rate_hz;
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
	talk->is_saying = FALSE;
	oq_replies_line(talk->replies, "%s", event);
}

gboolean
oq_talk_stop(OqTalk *talk)
{
	if (!talk->is_saying)
		return FALSE;
	end(talk, "703 STOP");
	return TRUE;
}

void
oq_talk_pause(OqTalk *talk)
{
	talk->is_pausing = talk->is_saying;
}

void
oq_talk_begin(OqTalk *talk)
{
	oq_talk_stop(talk);
	talk->is_saying = TRUE;
	talk->is_pausing = FALSE;
	talk->pause = 0;
	oq_replies_line(talk->replies, "701 BEGIN");
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

/* From where the server goes on, when it goes on. */
static void
tell_mark(OqTalk *talk, const OqSpokenMark *mark)
{
	gboolean is_pause = talk->is_pausing && g_str_has_prefix(mark->name, SERVER_MARK);

	oq_replies_line(talk->replies, "700-%s", mark->name);
	oq_replies_line(talk->replies, "700 INDEX MARK");
	talk->n_marks++;
	if (is_pause)
		end(talk, "704 PAUSE");
}

static void
say_silence(OqTalk *talk)
{
	gsize n_frames = MIN(talk->pause, BLOCK_FRAMES);

	oq_replies_sound(talk->replies, NULL, n_frames, talk->rate_hz);
	talk->pause -= n_frames;
}

/* Up to the next mark. */
static void
say_sound(OqTalk *talk, gsize end_frame)
{
	const OqSpeech *speech = talk->spoken->speech;
	gsize n_frames = MIN(end_frame - talk->frame, BLOCK_FRAMES);

	oq_replies_sound(talk->replies, speech->samples + talk->frame, n_frames, speech->rate_hz);
	talk->frame += n_frames;
}

static void
end_speech(OqTalk *talk)
{
	const OqSpeech *speech = talk->spoken->speech;

	if (speech == NULL) {
		end(talk, "702 END");
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

	if (talk->frame == 0 && n_voiced > 0 && talk->pause > 0)
		say_silence(talk);
	else if (talk->frame < end_frame)
		say_sound(talk, end_frame);
	else if (mark != NULL)
		tell_mark(talk, mark);
	else
		end_speech(talk);
}

void
oq_talk_go_on(OqTalk *talk)
{
	while (talk->is_saying && talk->spoken != NULL && oq_replies_has_room(talk->replies))
		say_next(talk);
}
