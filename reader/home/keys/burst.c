/* burst.c - see the header. */
#include "home/keys/burst.h"

#include <string.h>

#define ESC         '\033'
#define CTRL_C      '\003'
#define PASTE_BEGIN "\033[200~"

void
oq_burst_init(OqBurst *burst)
{
	*burst = (OqBurst){0};
	oq_paste_init(&burst->paste);
}

void
oq_burst_clear(OqBurst *burst)
{
	oq_paste_clear(&burst->paste);
}

/* Behind a sequence of escape, as far as it goes. */
static const char *
skip_sequence(const char *at, const char *end)
{
	at++;
	if (at < end && (*at == '[' || *at == 'O'))
		at++;
	while (at < end && (g_ascii_isdigit(*at) || *at == ';'))
		at++;
	return at < end ? at + 1 : end;
}

/* Not of the bytes within a character, of which each is counted once. */
static void
count(OqBurst *burst, char byte)
{
	gboolean begins = ((guchar)byte & 0xC0) != 0x80;

	burst->n_characters += begins && byte != burst->last;
	burst->last = byte;
}

static gboolean
begins_paste(const char *at, const char *end)
{
	gsize length = strlen(PASTE_BEGIN);

	return (gsize)(end - at) >= length && memcmp(at, PASTE_BEGIN, length) == 0;
}

static void
count_all(OqBurst *burst, const char *bytes, gsize n_bytes)
{
	const char *end = bytes + n_bytes;

	for (const char *at = bytes; at < end;) {
		if (begins_paste(at, end))
			return;
		if (*at == ESC)
			at = skip_sequence(at, end);
		else
			count(burst, *at++);
	}
}

static void
begin_anew(OqBurst *burst, gint64 now_us)
{
	burst->begun_us = now_us;
	burst->n_characters = 0;
	burst->last = '\0';
}

/* How many of the bytes stand before what ends it. */
static gsize
find_end(const char *bytes, gsize n_bytes)
{
	const char *stop = memchr(bytes, CTRL_C, n_bytes);

	if (n_bytes == 1 && *bytes == ESC)
		return 0;
	return stop != NULL ? (gsize)(stop - bytes) : n_bytes;
}

gsize
oq_burst_take(OqBurst *burst, const char *bytes, gsize n_bytes, gint64 now_us)
{
	if (!burst->is_paste) {
		if (now_us - burst->begun_us > OQ_BURST_MS * G_TIME_SPAN_MILLISECOND)
			begin_anew(burst, now_us);
		count_all(burst, bytes, n_bytes);
		if (burst->n_characters <= OQ_BURST_CHARACTERS)
			return 0;
		burst->is_paste = TRUE;
		oq_paste_begin(&burst->paste);
	}
	gsize n_taken = find_end(bytes, n_bytes);
	for (gsize i = 0; i < n_taken; i++)
		oq_paste_take(&burst->paste, bytes[i]);
	return n_taken;
}

const char *
oq_burst_finish(OqBurst *burst)
{
	if (!burst->is_paste)
		return NULL;
	burst->is_paste = FALSE;
	begin_anew(burst, 0);
	return oq_paste_finish(&burst->paste);
}
