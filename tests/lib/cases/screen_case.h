/* screen_case.h - what tests of the screen share: one, and what a person sees of it. */
#pragma once

#include "glass.h"
#include "home/screen/screen.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

typedef struct {
	int read_fd, write_fd;
	Glass *glass;
	OqScreen *screen;
} ScreenCase;

static inline OqGlyphs *
screen_case_load_glyphs(void)
{
	g_autoptr(GError) error = NULL;
	OqGlyphs *glyphs = oq_glyphs_load(OQ_TEST_SHARE "/large.tsv", &error);

	g_assert_no_error(error);
	return glyphs;
}

static inline ScreenCase
screen_case_begin_sized(const OqLooks *looks, OqGlyphs *glyphs, guint columns, guint rows)
{
	int fds[2];

	g_assert_cmpint(pipe(fds), ==, 0);
	g_assert_cmpint(fcntl(fds[0], F_SETFL, O_NONBLOCK), ==, 0);
	return (ScreenCase){fds[0], fds[1], glass_new(columns, rows, NULL),
		oq_screen_new(fds[1], looks, glyphs, columns, rows)};
}

static inline ScreenCase
screen_case_begin(const OqLooks *looks)
{
	return screen_case_begin_sized(looks, NULL, 20, 10);
}

/** screen_case_read: what was written so far is seen. */
static inline void
screen_case_read(ScreenCase *test)
{
	char buffer[4096];
	gssize n;

	while ((n = read(test->read_fd, buffer, sizeof buffer)) > 0)
		glass_feed(test->glass, buffer, (gsize)n);
}

/** screen_case_look: and what waited, too. */
static inline void
screen_case_look(ScreenCase *test)
{
	do
		screen_case_read(test);
	while (g_main_context_iteration(NULL, FALSE));
}

static inline void
screen_case_end(ScreenCase *test)
{
	oq_screen_free(test->screen);
	glass_free(test->glass);
	close(test->read_fd);
	close(test->write_fd);
}

/** screen_case_compare: the rows, what is heard between < and >. */
static inline void
screen_case_compare(const ScreenCase *test, const char *expected)
{
	g_autofree char *rows = glass_heard(test->glass);
	g_strdelimit(rows, "\001", '<');
	g_strdelimit(rows, "\002", '>');
	g_assert_cmpstr(rows, ==, expected);
}

static inline void
screen_case_assert(ScreenCase *test, const char *expected)
{
	screen_case_look(test);
	screen_case_compare(test, expected);
}

static inline void
screen_case_begin_terminal(ScreenCase *test, const OqLooks *looks, guint columns)
{
	struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = 10};
	struct termios settings;

	test->read_fd = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
	g_assert_cmpint(grantpt(test->read_fd), ==, 0);
	g_assert_cmpint(unlockpt(test->read_fd), ==, 0);
	test->write_fd = open(ptsname(test->read_fd), O_RDWR | O_NOCTTY);
	g_assert_cmpint(tcgetattr(test->write_fd, &settings), ==, 0);
	settings.c_oflag &= ~(tcflag_t)OPOST;
	g_assert_cmpint(tcsetattr(test->write_fd, TCSANOW, &settings), ==, 0);
	g_assert_cmpint(ioctl(test->write_fd, TIOCSWINSZ, &size), ==, 0);
	test->glass = glass_new(columns, 10, NULL);
	test->screen = oq_screen_new(test->write_fd, looks, NULL, 80, 24);
}
