#include "dispatcher/talk.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <string.h>
#include <unistd.h>

typedef struct {
	int ends[2];
	OqReplies *replies;
	OqTalk *talk;
	GString *got; /* events, with the frames of sound between them: "701 3 700-a" */
} Fixture;

static void
on_room(gboolean is_broken G_GNUC_UNUSED, gpointer data)
{
	Fixture *f = data;
	oq_talk_go_on(f->talk);
}

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_unix_open_pipe(f->ends, FD_CLOEXEC, NULL);
	g_unix_set_fd_nonblocking(f->ends[0], TRUE, NULL);
	f->replies = oq_replies_new(f->ends[1], on_room, f);
	f->talk = oq_talk_new(f->replies);
	f->got = g_string_new(NULL);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_talk_free(f->talk);
	oq_replies_free(f->replies);
	g_string_free(f->got, TRUE);
	close(f->ends[0]);
	close(f->ends[1]);
}

static void
take_line(Fixture *f, const char *line)
{
	const char *frames = "705-num_samples=";
	if (g_str_has_prefix(line, frames))
		g_string_append_printf(f->got, "%s ", line + strlen(frames));
	else if (!g_str_has_prefix(line, "705") && line[0] == '7' &&
		 strcmp(line, "700 INDEX MARK") != 0)
		g_string_append_printf(f->got, "%s ", line);
}

static void
begin(Fixture *f, char *const *names)
{
	g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(OqSsmlMark));
	for (; names != NULL && *names != NULL; names++) {
		OqSsmlMark mark = {0, *names};
		g_array_append_val(marks, mark);
	}
	oq_talk_begin(f->talk, marks);
}

static void
wait_for_end(Fixture *f)
{
	while (!oq_talk_is_over(f->talk))
		g_main_context_iteration(NULL, TRUE);
}

static const char *
get(Fixture *f)
{
	g_autoptr(GString) all = g_string_new(NULL);
	char bytes[65536];
	gssize n;
	while ((n = read(f->ends[0], bytes, sizeof bytes)) > 0 ||
		g_main_context_iteration(NULL, FALSE))
		g_string_append_len(all, bytes, MAX(n, 0));
	for (gsize i = 0; i < all->len; i++)
		if (all->str[i] == '\0')
			all->str[i] = '\n';
	g_auto(GStrv) lines = g_strsplit(all->str, "\n", -1);
	g_string_truncate(f->got, 0);
	for (gsize i = 0; lines[i] != NULL; i++)
		take_line(f, lines[i]);
	return f->got->str;
}

static void
clear_mark(gpointer mark)
{
	g_free(((OqSpokenMark *)mark)->name);
}

/* n_voiced 0: a pause alone, and without frames the end; marks: NAME=FRAME … */
static OqSpoken *
make(gsize n_voiced, gsize n_frames, const char *marks)
{
	OqSpoken *spoken = g_new0(OqSpoken, 1);
	g_autofree gint16 *samples = g_new0(gint16, n_voiced + 1);
	g_auto(GStrv) parts = g_strsplit(marks, " ", -1);
	memset(samples, 1, n_voiced * sizeof *samples);
	const OqSpeech head = {
		.rate_hz = 8000, .n_voiced = n_voiced, .n_frames = n_frames, .samples = samples};
	spoken->speech = n_frames > 0 ? oq_speech_new(&head) : NULL;
	spoken->marks = g_array_new(FALSE, FALSE, sizeof(OqSpokenMark));
	g_array_set_clear_func(spoken->marks, clear_mark);
	for (gsize i = 0; parts[i] != NULL && *parts[i] != '\0'; i++) {
		char *equals = strchr(parts[i], '=');
		OqSpokenMark mark = {g_ascii_strtoull(equals + 1, NULL, 10),
			g_strndup(parts[i], equals - parts[i])};
		g_array_append_val(spoken->marks, mark);
	}
	return spoken;
}

static void
give(Fixture *f, OqSpoken *spoken)
{
	g_assert_true(oq_talk_wants(f->talk));
	oq_talk_give(f->talk, spoken);
	oq_talk_go_on(f->talk);
}

static void
test_marks(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	begin(f, NULL);
	give(f, make(10, 15, "a=0 b=4 c=10"));
	give(f, make(3, 9, ""));
	give(f, make(0, 20, ""));
	give(f, make(2, 2, ""));
	give(f, make(0, 0, "d=0"));
	wait_for_end(f);
	g_assert_true(oq_talk_is_over(f->talk));
	g_assert_cmpstr(get(f), ==, "701 BEGIN 700-a 4 700-b 6 700-c 5 3 20 2 700-d 702 END ");
}

static void
test_nothing(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	begin(f, NULL);
	give(f, make(0, 100, ""));
	give(f, make(0, 0, ""));
	g_assert_cmpstr(get(f), ==, "701 BEGIN 702 END ");
}

static void
test_stop(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_assert_false(oq_talk_stop(f->talk));
	begin(f, NULL);
	give(f, make(100, 100, ""));
	g_assert_true(oq_talk_stop(f->talk));
	g_assert_false(oq_talk_stop(f->talk));
	g_assert_cmpstr(get(f), ==, "701 BEGIN 100 703 STOP ");
	begin(f, NULL);
	begin(f, NULL);
	g_assert_cmpstr(get(f), ==, "703 STOP ");
}

/* Of a sound that nobody takes in no more is sent than one block. */
static void
test_stop_full(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	begin(f, NULL);
	give(f, make(500000, 500000, ""));
	oq_talk_stop(f->talk);
	g_assert_true(g_str_has_suffix(get(f), "703 STOP "));
	g_assert_cmpuint(f->got->len, <, 100);
}

static void
test_pause(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	char *const marks[] = {(char[]){"0:3"}, (char[]){"__spd_0"}, (char[]){"x"}, NULL};
	g_assert_false(oq_talk_pause(f->talk));
	begin(f, marks);
	g_assert_false(oq_talk_pause(f->talk));
	give(f, make(10, 15, "0:3=4 __spd_0=8 x=9"));
	g_assert_cmpstr(get(f), ==, "701 BEGIN 4 700-0:3 4 700-__spd_0 704 PAUSE ");
	g_assert_true(oq_talk_is_over(f->talk));
	begin(f, marks);
	give(f, make(10, 15, "__spd_0=8"));
	give(f, make(0, 0, ""));
	wait_for_end(f);
	g_assert_cmpstr(get(f), ==, "701 BEGIN 8 700-__spd_0 2 702 END ");
}

/* That it is paused comes with the end of what is heard before; a stop that comes first is one. */
static void
test_pause_heard(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	char *const marks[] = {(char[]){"__spd_0"}, NULL};
	begin(f, marks);
	g_assert_false(oq_talk_pause(f->talk));
	give(f, make(1600, 1600, "__spd_0=1600"));
	g_assert_cmpstr(get(f), ==, "701 BEGIN 1600 ");
	g_assert_false(oq_talk_pause(f->talk));
	wait_for_end(f);
	g_assert_cmpstr(get(f), ==, "700-__spd_0 704 PAUSE ");
	begin(f, marks);
	g_assert_false(oq_talk_pause(f->talk));
	give(f, make(80000, 80000, "__spd_0=4000"));
	g_assert_cmpstr(get(f), ==, "701 BEGIN 4000 ");
	g_assert_true(oq_talk_stop(f->talk));
	g_assert_cmpstr(get(f), ==, "703 STOP ");
}

/* Where there is nothing to go on from, it is said again. */
static void
test_pause_at_once(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	char *const marks[] = {(char[]){"__spd_0"}, NULL};
	begin(f, NULL);
	g_assert_true(oq_talk_pause(f->talk));
	begin(f, marks);
	give(f, make(80000, 80000, "__spd_0=8"));
	get(f);
	give(f, make(0, 0, ""));
	g_assert_false(oq_talk_is_over(f->talk));
	g_assert_true(oq_talk_pause(f->talk));
	g_assert_cmpstr(get(f), ==, "703 STOP ");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/talk/marks", Fixture, NULL, set_up, test_marks, tear_down);
	g_test_add("/talk/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
	g_test_add("/talk/stop", Fixture, NULL, set_up, test_stop, tear_down);
	g_test_add("/talk/stop-full", Fixture, NULL, set_up, test_stop_full, tear_down);
	g_test_add("/talk/pause", Fixture, NULL, set_up, test_pause, tear_down);
	g_test_add("/talk/pause-heard", Fixture, NULL, set_up, test_pause_heard, tear_down);
	g_test_add("/talk/pause-at-once", Fixture, NULL, set_up, test_pause_at_once, tear_down);
	return g_test_run();
}
