/* keys.c - see the header. */
#include "home/keys/keys.h"

#include "home/keys/paste.h"
#include "home/keys/sequences.h"

#include <string.h>

#define ESC         '\033'
#define CTRL_C      '\003'
#define BELL        '\a'
#define PASTE_BEGIN "200"
#define MOUSE_BYTES 3
#define N_READY     2 /* a byte makes so many keys at most */

typedef enum {
	GROUND,
	CHARACTER,  /* within a character of several bytes */
	ESCAPE,     /* behind one ESC, or two */
	CSI,        /* behind ESC [ */
	SS3,        /* behind ESC O */
	MOUSE,      /* behind ESC [ M: bytes that tell a place */
	STRING,     /* behind ESC ] and the like, up to BEL or ESC \ */
	STRING_END, /* behind ESC in a string */
	PASTE,
} State;

struct _OqKeys {
	State state;
	gboolean alt;     /* ESC stands before it */
	guint n_escapes;  /* in ESCAPE */
	char introducer;  /* of a STRING */
	guint n_bytes;    /* of a character, a sequence, a mouse's place or a string, so far */
	guint n_expected; /* of a character */
	char bytes[OQ_SEQUENCES_MAX_BYTES + 1];
	OqPaste paste;
	OqKey ready[N_READY];
	guint n_ready;
};

OqKeys *
oq_keys_new(void)
{
	OqKeys *keys = g_new0(OqKeys, 1);
	oq_paste_init(&keys->paste);
	return keys;
}

void
oq_keys_free(OqKeys *keys)
{
	if (keys == NULL)
		return;
	oq_paste_clear(&keys->paste);
	g_free(keys);
}

static void
add(OqKeys *keys, const OqKey *key)
{
	g_return_if_fail(keys->n_ready < N_READY);
	keys->ready[keys->n_ready++] = *key;
}

/* Each state begins with nothing. */
static void
enter(OqKeys *keys, State state)
{
	keys->state = state;
	keys->n_bytes = 0;
}

static void
add_escape(OqKeys *keys)
{
	add(keys, &(OqKey){.kind = OQ_KEY_ESCAPE});
}

static void
add_with_alt(OqKeys *keys, OqKey *key)
{
	key->alt |= keys->alt;
	add(keys, key);
}

static void
add_character(OqKeys *keys, gunichar character)
{
	OqKey key = {.character = character};
	if (g_unichar_validate(character) && !g_unichar_iscntrl(character))
		add_with_alt(keys, &key);
}

/* ---- characters ---- */

static guint
n_expected(guint8 first)
{
	return first < 0xC2 || first > 0xF4 ? 0 : (guint)g_utf8_skip[first];
}

static void
begin(OqKeys *keys, guint8 byte)
{
	OqKey key;
	if (byte < ' ' || byte == '\177') {
		oq_sequences_control((char)byte, &key);
		add_with_alt(keys, &key);
	} else if (byte < 0x80)
		add_character(keys, byte);
	else if (n_expected(byte) > 0) {
		enter(keys, CHARACTER);
		keys->n_expected = n_expected(byte);
		keys->bytes[keys->n_bytes++] = (char)byte;
	}
}

/* FALSE: the byte is not taken. */
static gboolean
take_ground(OqKeys *keys, guint8 byte)
{
	keys->alt = FALSE;
	if (byte == ESC) {
		enter(keys, ESCAPE);
		keys->n_escapes = 1;
	} else
		begin(keys, byte);
	return TRUE;
}

static gboolean
take_character(OqKeys *keys, guint8 byte)
{
	if ((byte & 0xC0) != 0x80) {
		enter(keys, GROUND);
		return FALSE;
	}
	keys->bytes[keys->n_bytes++] = (char)byte;
	if (keys->n_bytes < keys->n_expected)
		return TRUE;
	add_character(keys, g_utf8_get_char_validated(keys->bytes, keys->n_bytes));
	enter(keys, GROUND);
	return TRUE;
}

/* ---- sequences ---- */

static gboolean
begin_string(OqKeys *keys, guint8 byte)
{
	if (strchr("]PX^_", byte) == NULL)
		return FALSE;
	enter(keys, STRING);
	keys->introducer = (char)byte;
	return TRUE;
}

static gboolean
take_escape(OqKeys *keys, guint8 byte)
{
	gboolean twice = keys->n_escapes > 1;
	if (byte == ESC) {
		if (twice)
			add_escape(keys);
		keys->n_escapes = 2;
		return TRUE;
	}
	enter(keys, GROUND);
	if (byte == '[' || byte == 'O') { /* behind ESC ESC it is rxvt's or FreeBSD's with Alt */
		enter(keys, byte == '[' ? CSI : SS3);
		keys->alt = twice;
		return TRUE;
	}
	if (twice)
		add_escape(keys);
	keys->alt = TRUE;
	if (byte == '\0' || !begin_string(keys, byte))
		begin(keys, byte);
	return TRUE;
}

/* What does not fit is counted no further: the sequence is too long to be known. */
static void
remember(OqKeys *keys, guint8 byte)
{
	if (keys->n_bytes < sizeof keys->bytes)
		keys->bytes[keys->n_bytes++] = (char)byte;
}

/* NULL: it is too long. */
static const char *
parameters(OqKeys *keys)
{
	if (keys->n_bytes > OQ_SEQUENCES_MAX_BYTES)
		return NULL;
	keys->bytes[keys->n_bytes] = '\0';
	return keys->bytes;
}

static void
finish_csi(OqKeys *keys, char last)
{
	OqKey key;
	const char *between = parameters(keys);
	enter(keys, last == 'M' && keys->n_bytes == 0 ? MOUSE : GROUND);
	if (between == NULL)
		return;
	if (last == '~' && strcmp(between, PASTE_BEGIN) == 0) {
		enter(keys, PASTE);
		oq_paste_begin(&keys->paste);
	} else if (oq_sequences_csi(between, last, &key))
		add_with_alt(keys, &key);
}

/* rxvt ends a sequence in $, which elsewhere stands before the last byte. */
static gboolean
is_rxvt_end(const OqKeys *keys, guint8 byte)
{
	if (byte != '$' || keys->n_bytes == 0 || keys->n_bytes > 2)
		return FALSE;
	for (guint i = 0; i < keys->n_bytes; i++)
		if (!g_ascii_isdigit(keys->bytes[i]))
			return FALSE;
	return TRUE;
}

static void
take_csi(OqKeys *keys, guint8 byte)
{
	gboolean is_linux = byte == '[' && keys->n_bytes == 0;
	if ((byte >= '@' && !is_linux) || is_rxvt_end(keys, byte))
		finish_csi(keys, (char)byte);
	else
		remember(keys, byte);
}

static void
take_ss3(OqKeys *keys, guint8 byte)
{
	OqKey key;
	if (g_ascii_isdigit(byte) || byte == ';') {
		remember(keys, byte);
		return;
	}
	const char *between = parameters(keys);
	enter(keys, GROUND);
	if (between != NULL && oq_sequences_ss3(between, (char)byte, &key))
		add_with_alt(keys, &key);
}

/* Sequences are of ASCII; a control character in one begins something else. */
static gboolean
take_in_sequence(OqKeys *keys, guint8 byte)
{
	if (byte < ' ' || byte >= '\177') {
		enter(keys, GROUND);
		return FALSE;
	}
	if (keys->state == CSI)
		take_csi(keys, byte);
	else
		take_ss3(keys, byte);
	return TRUE;
}

static gboolean
take_mouse(OqKeys *keys, guint8 byte)
{
	gboolean is_place = byte >= ' ';
	if (!is_place || ++keys->n_bytes == MOUSE_BYTES)
		enter(keys, GROUND);
	return is_place;
}

static gboolean
take_string(OqKeys *keys, guint8 byte)
{
	if (byte == CTRL_C) {
		enter(keys, GROUND);
		return FALSE;
	}
	keys->n_bytes = 1;
	if (byte == ESC)
		enter(keys, STRING_END);
	else if (byte == BELL)
		enter(keys, GROUND);
	return TRUE;
}

/* Anything but ESC \ is a key, or begins one. */
static gboolean
take_string_end(OqKeys *keys, guint8 byte)
{
	enter(keys, byte == '\\' ? GROUND : ESCAPE);
	keys->n_escapes = 1;
	return byte == '\\';
}

/* ---- what is pasted ---- */

static void
finish_paste(OqKeys *keys)
{
	add(keys, &(OqKey){.kind = OQ_KEY_PASTE, .text = oq_paste_finish(&keys->paste)});
	enter(keys, GROUND);
}

static gboolean
take_paste(OqKeys *keys, guint8 byte)
{
	if (oq_paste_take(&keys->paste, (char)byte))
		finish_paste(keys);
	return byte != CTRL_C;
}

/* ---- all ---- */

static gboolean
take(OqKeys *keys, guint8 byte)
{
	static gboolean (*const takes[])(OqKeys *, guint8) = {
		[GROUND] = take_ground,
		[CHARACTER] = take_character,
		[ESCAPE] = take_escape,
		[CSI] = take_in_sequence,
		[SS3] = take_in_sequence,
		[MOUSE] = take_mouse,
		[STRING] = take_string,
		[STRING_END] = take_string_end,
		[PASTE] = take_paste,
	};
	return takes[keys->state](keys, byte);
}

gsize
oq_keys_feed(OqKeys *keys, const char *bytes, gsize n_bytes)
{
	gsize n_taken = 0;
	g_return_val_if_fail(keys->n_ready == 0, 0);
	while (n_taken < n_bytes && keys->n_ready == 0) {
		while (!take(keys, (guint8)bytes[n_taken]))
			continue;
		n_taken++;
	}
	return n_taken;
}

gboolean
oq_keys_next(OqKeys *keys, OqKey *key)
{
	if (keys->n_ready == 0)
		return FALSE;
	*key = keys->ready[0];
	keys->ready[0] = keys->ready[1];
	keys->n_ready--;
	return TRUE;
}

gboolean
oq_keys_is_ground(const OqKeys *keys)
{
	return keys->state == GROUND || keys->state == CHARACTER;
}

gboolean
oq_keys_is_waiting(const OqKeys *keys)
{
	if (keys->state == PASTE)
		return oq_paste_is_waiting(&keys->paste);
	return !oq_keys_is_ground(keys);
}

/* Alt and the character that would have begun a sequence. */
static void
flush_introducer(OqKeys *keys, char introducer)
{
	keys->alt = TRUE;
	if (keys->n_bytes == 0)
		add_character(keys, (guchar)introducer);
}

void
oq_keys_flush(OqKeys *keys)
{
	g_return_if_fail(keys->n_ready == 0);
	if (!oq_keys_is_waiting(keys))
		return;
	State state = keys->state;
	if (state == PASTE)
		finish_paste(keys);
	if (state == ESCAPE && keys->n_escapes > 1)
		add_escape(keys);
	if (state == PASTE || state == ESCAPE || state == STRING_END)
		add_escape(keys);
	else if (state == CSI || state == SS3)
		flush_introducer(keys, state == CSI ? '[' : 'O');
	else if (state == STRING)
		flush_introducer(keys, keys->introducer);
	enter(keys, GROUND);
}
