/* home_case.h - what the tests of the reader at home share: the real voice on the null sink of
 * tests/audio, a book, keys that are pressed, and what is shown and heard of them. OQ_PROGRAM is
 * the program. Each case wants a sound server of its own: run one at a time, by -p. */
#pragma once

#include "hearing.h"
#include "listener.h"

enum { SOON_MS = 30000 };

typedef struct {
	Hearing hearing;
	Listener listener;
	char *book;
	char *output; /* of a program without a terminal */
	gsize seen;   /* of what is shown */
} Home;

void home_case_set_up(Home *h, gconstpointer data);
void home_case_tear_down(Home *h, gconstpointer data);

/** home_case_begin: the program; what was shown before is forgotten. @argument: (nullable) */
void home_case_begin(Home *h, const char *verb, const char *argument);

/** home_case_see: waits until @text is shown, behind what was seen before. */
void home_case_see(Home *h, const char *text);

/** home_case_hear: waits for a sound, other than what was heard before the key. */
void home_case_hear(Home *h);

/** home_case_hear_nothing: waits until nothing sounds. */
void home_case_hear_nothing(Home *h);

/** home_case_end: leaves by q. */
void home_case_end(Home *h);

/** A key, and what is printed then; with neither sign: it sounds. */
typedef struct {
	const char *keys;
	const char *shown; /* nullable */
	gboolean is_silent;
} Step;

void home_case_follow(Home *h, const Step *steps, gsize n_steps);

#define FOLLOW(h, steps) home_case_follow(h, steps, G_N_ELEMENTS(steps))

#define ADD(name, function)                                                                        \
	g_test_add("/home/" name, Home, NULL, home_case_set_up, function, home_case_tear_down)
