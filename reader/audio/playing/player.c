/* player.c - see the header. */
#include "audio/playing/player.h"

#include <stdatomic.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "audio/playing/fade.h"
#include "audio/playing/queue.h"

enum {
	FULL_MS = 3000, /* push refuses when so much is queued … */
	ROOM_MS = 2000, /* … and takes again when it is no more than this */
	KEPT_MS = 1000, /* how far a loss may take the position back */
	/* The device's times are not exact: so much silence is heard before it is stopped, … */
	TAIL_MS = 150, /* … behind the last sound, … */
	SAFE_MS = 40,  /* … and where the next one can only come sooner by starting again */
	SHORTEST_FADE_MS = 50,
};

struct _OqPlayer {
	OqDevice *device;
	OqQueue *queue;
	int fd;
	guint64 base;  /* where in the queue the device's run began */
	guint64 heard; /* up to where it was heard */
	_Atomic guint64
		taken; /* up to where the device has taken it; the device's, while it runs */
	OqFade fade;
	OqHeard place; /* state and has_room apart */
	guint n_runs;  /* that are over, and in which something was heard */
	gboolean is_running;
	gboolean is_paused;
	gboolean has_ended;
	gboolean is_drained;
	gboolean is_refused; /* a push was, since there was no room */
	GError *error;       /* the device is lost */
};

static guint64
frames_of(const OqPlayer *player, guint ms)
{
	return (guint64)player->device->rate_hz * ms / 1000;
}

/* The realtime thread's. */
static gsize
fill(gint16 *frames, gsize n_frames, gpointer data)
{
	OqPlayer *player = data;
	guint64 position = atomic_load(&player->taken);
	gsize n = oq_queue_read(player->queue, frames, n_frames);
	oq_fade_apply(&player->fade, frames, n, position);
	atomic_store(&player->taken, position + n);
	return n;
}

static void
notice(gpointer data)
{
	OqPlayer *player = data;
	eventfd_write(player->fd, 1);
}

static const OqDeviceUser user = {.fill = fill, .notice = notice};

OqPlayer *
oq_player_new(OqDevice *device)
{
	OqPlayer *player = g_new0(OqPlayer, 1);
	player->device = device;
	player->queue = oq_queue_new();
	oq_fade_init(&player->fade);
	player->fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (player->fd < 0)
		g_error("no descriptor to be had");
	return player;
}

void
oq_player_free(OqPlayer *player)
{
	if (player == NULL)
		return;
	oq_device_free(player->device);
	oq_queue_free(player->queue);
	g_clear_error(&player->error);
	close(player->fd);
	g_free(player);
}

static void
halt(OqPlayer *player)
{
	if (!player->is_running)
		return;
	player->heard = player->base + oq_device_stop(player->device);
	player->n_runs += player->heard > player->base;
	player->is_running = FALSE;
}

/* Where the device may be stopped, since what it still holds is silence. */
static guint64
finish_line(const OqPlayer *player)
{
	guint64 end = oq_queue_end(player->queue), gap = oq_queue_gap(player->queue);
	if (gap < player->heard)
		gap = G_MAXUINT64; /* the silence was heard */
	guint64 sound_end = oq_queue_sound_end(player->queue, gap);
	guint64 safe = sound_end + frames_of(player, SAFE_MS);
	guint64 sure = sound_end + frames_of(player, TAIL_MS);
	if (oq_queue_sound_end(player->queue, end) >
		gap) /* it holds silence before the next sound */
		return safe <= gap ? safe : G_MAXUINT64;
	if (player->has_ended)
		return MIN(sure, safe <= gap ? MIN(gap, end) : end);
	return end >= sure ? end : G_MAXUINT64;
}

static gboolean
has_more(const OqPlayer *player)
{
	guint64 end = oq_queue_end(player->queue);
	return player->heard < oq_queue_sound_end(player->queue, end) ||
	       (player->has_ended && player->heard < finish_line(player));
}

static void
run(OqPlayer *player)
{
	if (player->is_running || player->is_paused || player->error != NULL || !has_more(player))
		return;
	player->base = player->heard = oq_queue_wind(player->queue, player->heard);
	atomic_store(&player->taken, player->base);
	player->is_running = TRUE;
	oq_device_start(player->device, &user, player);
}

/* What was written as one word may be said as several, each with a mark. */
static void
note_word(OqHeard *place, const OqSpeech *speech, const OqMark *mark)
{
	const OqMark *end = speech->marks + speech->n_marks, *first = mark, *next = mark;
	while (first > speech->marks && first[-1].start == mark->start)
		first--;
	while (next < end && next->start == mark->start)
		next++;
	place->word_frame = place->frame > first->frame ? place->frame - first->frame : 0;
	place->word_frames = (next < end ? next->frame : speech->n_voiced) - first->frame;
}

static void
note_place(OqPlayer *player)
{
	gsize frame;
	const OqSpeech *speech = oq_queue_find(player->queue, player->heard, &frame);
	if (speech == NULL)
		return;
	const OqMark *mark = oq_speech_mark_at(speech, frame);
	if (mark == NULL && speech->n_marks > 0)
		mark = speech->marks;
	guint64 word_start = mark != NULL ? mark->start : speech->start;
	guint64 word_end = mark != NULL ? mark->end : speech->end;
	player->place = (OqHeard){
		.has_speech = TRUE,
		.word_start = word_start,
		.word_end = player->heard > 0 ? word_end : word_start,
		.speech_start = speech->start,
		.speech_end = speech->end,
		.frame = frame,
	};
	if (mark != NULL)
		note_word(&player->place, speech, mark);
}

static void
forget_all(OqPlayer *player)
{
	halt(player);
	oq_fade_clear(&player->fade);
	oq_queue_clear(player->queue);
	player->base = player->heard = 0;
	player->is_refused = FALSE;
}

static void
drain(OqPlayer *player)
{
	if (!player->has_ended || player->is_drained || player->is_paused ||
		player->error != NULL || has_more(player))
		return;
	forget_all(player);
	player->is_drained = TRUE;
}

/* A device that was lost leaves the middle of a word, perhaps long before it is back. */
static void
forgive(OqPlayer *player)
{
	gsize frame;
	if (player->error == NULL)
		return;
	g_clear_error(&player->error);
	const OqSpeech *speech = oq_queue_find(player->queue, player->heard, &frame);
	const OqMark *mark = speech != NULL ? oq_speech_mark_at(speech, frame) : NULL;
	if (mark != NULL && frame < speech->n_voiced)
		player->heard -= frame - mark->frame;
}

static void
stand_still(OqPlayer *player)
{
	halt(player);
	oq_fade_clear(&player->fade);
	note_place(player);
	forgive(player);
	player->is_paused = TRUE;
}

/* Behind the end of the fade all was silent. */
static void
end_fade(OqPlayer *player)
{
	guint64 end = oq_fade_end(&player->fade);
	if (end == G_MAXUINT64 || (player->is_running && player->heard < end))
		return;
	halt(player);
	player->heard = MIN(player->heard, end);
	stand_still(player);
}

/* What has happened since the last time. */
static void
look(OqPlayer *player)
{
	if (player->is_running) {
		player->heard = player->base + oq_device_heard(player->device);
		if (!oq_device_check(player->device, &player->error) ||
			player->heard >= finish_line(player))
			halt(player);
	}
	end_fade(player);
	note_place(player);
	drain(player);
	guint64 n_kept = frames_of(player, KEPT_MS);
	oq_queue_forget(player->queue, player->heard > n_kept ? player->heard - n_kept : 0);
}

static gboolean
has_room(const OqPlayer *player)
{
	guint64 n_queued = oq_queue_end(player->queue) - player->heard;
	return player->is_refused ? n_queued <= frames_of(player, ROOM_MS)
				  : n_queued < frames_of(player, FULL_MS);
}

static guint64
room_line(const OqPlayer *player)
{
	guint64 end = oq_queue_end(player->queue), n_room = frames_of(player, ROOM_MS);
	if (!player->is_refused)
		return G_MAXUINT64;
	if (end > player->heard + n_room)
		return end - n_room;
	return player->heard + frames_of(player, KEPT_MS); /* many tiny ones: some go by then */
}

/* Plays what there is to play, and asks to be told of what comes next. */
static void
act(OqPlayer *player)
{
	run(player);
	if (!player->is_running)
		return;
	guint64 line = MIN(finish_line(player), room_line(player));
	line = MIN(line, oq_fade_end(&player->fade));
	line = MIN(line, player->heard > 0 ? oq_queue_next_word(player->queue, player->heard) : 1);
	oq_device_alarm(player->device, line < G_MAXUINT64 ? line - player->base : line);
}

static void
tell_drained(OqPlayer *player)
{
	drain(player);
	if (player->is_drained)
		notice(player);
}

gboolean
oq_player_push(OqPlayer *player, OqSpeech *speech)
{
	g_return_val_if_fail(speech->rate_hz == player->device->rate_hz, FALSE);
	look(player);
	player->is_refused = !has_room(player) || !oq_queue_push(player->queue, speech);
	if (!player->is_refused)
		player->has_ended = player->is_drained = FALSE;
	act(player);
	return !player->is_refused;
}

void
oq_player_end(OqPlayer *player)
{
	look(player);
	oq_queue_pad(player->queue, (gsize)frames_of(player, TAIL_MS));
	player->has_ended = TRUE;
	act(player);
	tell_drained(player);
}

void
oq_player_rest(OqPlayer *player)
{
	look(player);
	oq_queue_pad(player->queue, (gsize)frames_of(player, TAIL_MS));
	act(player);
}

void
oq_player_pause(OqPlayer *player)
{
	look(player);
	stand_still(player);
}

void
oq_player_fade(OqPlayer *player, guint fade_ms)
{
	look(player);
	guint64 taken = atomic_load(&player->taken);
	guint64 end = MAX(player->heard + frames_of(player, fade_ms),
		taken + frames_of(player, SHORTEST_FADE_MS));
	oq_fade_set(&player->fade, taken, end);
	end_fade(player); /* at once, if nothing plays */
	act(player);
}

void
oq_player_resume(OqPlayer *player)
{
	player->is_paused = FALSE;
	oq_fade_clear(&player->fade);
	forgive(player);
	act(player);
	tell_drained(player);
}

void
oq_player_drop(OqPlayer *player)
{
	forget_all(player);
	g_clear_error(&player->error);
	player->has_ended = player->is_drained = FALSE;
	player->place = (OqHeard){0};
}

static OqPlayerState
state_of(const OqPlayer *player)
{
	if (player->error != NULL)
		return OQ_PLAYER_LOST;
	if (player->is_paused)
		return OQ_PLAYER_PAUSED;
	return player->is_drained ? OQ_PLAYER_DRAINED : OQ_PLAYER_PLAYING;
}

OqHeard
oq_player_heard(OqPlayer *player)
{
	eventfd_t n_notices;
	eventfd_read(player->fd, &n_notices);
	look(player);
	player->is_refused = !has_room(player); /* so that it is told when there is */
	act(player);
	OqHeard heard = player->place;
	heard.state = state_of(player);
	heard.n_runs = player->n_runs + (player->is_running && player->heard > player->base);
	heard.is_idle = !has_more(player);
	heard.has_room = !player->is_refused;
	return heard;
}

gboolean
oq_player_check(const OqPlayer *player, GError **error)
{
	if (player->error == NULL)
		return TRUE;
	if (error != NULL)
		*error = g_error_copy(player->error);
	return FALSE;
}

int
oq_player_fd(const OqPlayer *player)
{
	return player->fd;
}
