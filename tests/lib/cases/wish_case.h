/* wish_case.h - for tests of keys: who hears what is pressed and what is refused. */
#pragma once

#include "desktop/hotkeys/wishes.h"

typedef struct {
	OqWishes wishes;
	guint n_pressed[OQ_N_DEEDS];
	guint n_refused[OQ_N_DEEDS + 1];
	gint code; /* of the last refusal */
	char *message;
} WishCase;

static inline void
wish_case_press(OqDeed deed, gpointer data)
{
	((WishCase *)data)->n_pressed[deed]++;
}

static inline void
wish_case_refuse(OqDeed deed, const char *key, const GError *error, gpointer data)
{
	WishCase *fixture = data;
	g_assert_true((key == NULL) == (deed == OQ_N_DEEDS));
	g_assert_true(error->domain == OQ_HOTKEYS_ERROR);
	fixture->n_refused[deed]++;
	fixture->code = error->code;
	g_free(fixture->message);
	fixture->message = g_strdup(error->message);
}

static inline void
wish_case_up(WishCase *fixture, gconstpointer data)
{
	static const char *const keys[OQ_N_DEEDS] = {
		[OQ_DEED_READ_SELECTION] = "Ctrl+Alt+O",
		[OQ_DEED_PAUSE] = "Super+F9",
		[OQ_DEED_WHERE] = "Print",
	};
	(void)data;
	oq_wishes_init(&fixture->wishes, keys, wish_case_press, wish_case_refuse, fixture);
	g_assert_cmpuint(oq_wishes_judge(&fixture->wishes), ==, 3);
}

static inline void
wish_case_down(WishCase *fixture, gconstpointer data)
{
	(void)data;
	oq_wishes_clear(&fixture->wishes);
	g_free(fixture->message);
}
