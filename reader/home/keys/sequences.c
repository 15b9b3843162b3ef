/* sequences.c - see the header. */
#include "home/keys/sequences.h"

#include <string.h>

enum { SHIFT = 1, ALT = 2, CTRL = 4, META = 8 };
enum { RELEASED = 3 }; /* kitty's event */
/* Kitty's numbers of keys that are no characters are taken from Unicode's private use. */
enum { FIRST_PRIVATE = 0xE000, LAST_PRIVATE = 0xF8FF };
#define N_NUMBERS    3
#define MAX_NUMBER   0x110000 /* no character */
#define DELETE_BYTE  127
#define CONTROL_BASE 64

/** "1;5:2": three numbers, and what stands behind a colon of each. */
typedef struct {
	guint n;
	guint number[N_NUMBERS], detail[N_NUMBERS];
} Numbers;

/* Behind ESC [ or ESC O. */
static const struct {
	char last;
	OqKeyKind kind;
} letters[] = {
	{'A', OQ_KEY_UP},
	{'B', OQ_KEY_DOWN},
	{'C', OQ_KEY_RIGHT},
	{'D', OQ_KEY_LEFT},
	{'F', OQ_KEY_END},
	{'H', OQ_KEY_HOME},
	{'P', OQ_KEY_F1},
	{'Q', OQ_KEY_F1 + 1},
	{'R', OQ_KEY_F1 + 2},
	{'S', OQ_KEY_F1 + 3},
};

/* Behind ESC [, with ~ at the end; 0: none. */
static const guint8 tildes[] = {0, OQ_KEY_HOME, OQ_KEY_INSERT, OQ_KEY_DELETE, OQ_KEY_END,
	OQ_KEY_PAGE_UP, OQ_KEY_PAGE_DOWN, OQ_KEY_HOME, OQ_KEY_END, 0, 0, OQ_KEY_F1, OQ_KEY_F1 + 1,
	OQ_KEY_F1 + 2, OQ_KEY_F1 + 3, OQ_KEY_F1 + 4, 0, OQ_KEY_F1 + 5, OQ_KEY_F1 + 6, OQ_KEY_F1 + 7,
	OQ_KEY_F1 + 8, OQ_KEY_F1 + 9, 0, OQ_KEY_F1 + 10, OQ_KEY_F12};

/* Of the keypad in its application mode, in which another program may have left it. */
static const char keypad[] = "*+,-./0123456789";
#define KEYPAD_FIRST 'j'

/* FALSE: there is something else than numbers, as in what terminals report. */
static gboolean
read_numbers(const char *parameters, Numbers *numbers)
{
	guint at = 0, n_details = 0;
	*numbers = (Numbers){0};
	for (const char *p = parameters; *p != '\0'; p++) {
		guint *value = n_details == 0 ? &numbers->number[at] : &numbers->detail[at];
		if (*p == ';') {
			at++;
			n_details = 0;
		} else if (*p == ':')
			n_details++;
		else if (!g_ascii_isdigit(*p))
			return FALSE;
		else if (n_details <= 1)
			*value = MIN(*value * 10 + (guint)(*p - '0'), MAX_NUMBER);
		if (at == N_NUMBERS)
			return FALSE;
	}
	numbers->n = *parameters != '\0' ? at + 1 : 0;
	return TRUE;
}

/* What is held, from the second number; FALSE: a key that was let go. */
static gboolean
hold(const Numbers *numbers, OqKey *key)
{
	guint held = numbers->number[1] > 0 ? numbers->number[1] - 1 : 0;
	key->shift = (held & SHIFT) != 0;
	key->alt = (held & (ALT | META)) != 0;
	key->ctrl = (held & CTRL) != 0;
	return numbers->detail[1] != RELEASED;
}

static gboolean
take_character(guint code, OqKey *key)
{
	gboolean shift = key->shift, ctrl = key->ctrl, alt = key->alt;
	if (code < ' ' || code == DELETE_BYTE) {
		oq_sequences_control((char)code, key);
		key->ctrl |= ctrl;
		key->alt = alt;
		key->shift = shift && key->kind != OQ_KEY_CHARACTER;
		return code != 0;
	}
	if (!g_unichar_validate(code) || g_unichar_iscntrl(code) ||
		(code >= FIRST_PRIVATE && code <= LAST_PRIVATE))
		return FALSE;
	key->character = ctrl ? g_unichar_tolower(code) : shift ? g_unichar_toupper(code) : code;
	key->shift = FALSE;
	return TRUE;
}

static gboolean
find_letter(char last, OqKey *key)
{
	for (guint i = 0; i < G_N_ELEMENTS(letters); i++)
		if (letters[i].last == last) {
			key->kind = letters[i].kind;
			return TRUE;
		}
	return FALSE;
}

static gboolean
find_tilde(guint number, OqKey *key)
{
	if (number >= G_N_ELEMENTS(tildes) || tildes[number] == 0)
		return FALSE;
	key->kind = tildes[number];
	return TRUE;
}

/* rxvt: arrows with Shift in small letters, other keys with what is held as the last sign. */
static gboolean
find_rxvt(const Numbers *numbers, char last, OqKey *key)
{
	if (numbers->n == 0 && last >= 'a' && last <= 'd') {
		key->shift = TRUE;
		return find_letter(g_ascii_toupper(last), key);
	}
	if (numbers->n != 1 || strchr("^$@", last) == NULL)
		return FALSE;
	key->ctrl = last != '$';
	key->shift = last != '^';
	return find_tilde(numbers->number[0], key);
}

/* ESC [ [ A to E on the console of Linux. */
static gboolean
find_linux(char last, OqKey *key)
{
	if (last < 'A' || last > 'E')
		return FALSE;
	key->kind = OQ_KEY_F1 + (OqKeyKind)(last - 'A');
	return TRUE;
}

gboolean
oq_sequences_csi(const char *parameters, char last, OqKey *key)
{
	Numbers numbers;
	*key = (OqKey){0};
	if (strcmp(parameters, "[") == 0)
		return find_linux(last, key);
	if (!read_numbers(parameters, &numbers) || !hold(&numbers, key))
		return FALSE;
	if (last == '~' && numbers.number[0] == 27 && numbers.n == 3)
		return take_character(numbers.number[2], key);
	if (last == '~')
		return find_tilde(numbers.number[0], key);
	if (last == 'u')
		return numbers.n > 0 && take_character(numbers.number[0], key);
	if (last == 'Z') {
		key->kind = OQ_KEY_TAB;
		key->shift = TRUE;
		return TRUE;
	}
	/* With another first number it is the place of the cursor, or something else. */
	if (numbers.number[0] <= 1 && find_letter(last, key))
		return TRUE;
	return find_rxvt(&numbers, last, key);
}

/* ESC O 5 C was once what ESC [ 1 ; 5 C is now. */
gboolean
oq_sequences_ss3(const char *parameters, char last, OqKey *key)
{
	Numbers numbers;
	*key = (OqKey){0};
	if (!read_numbers(parameters, &numbers))
		return FALSE;
	if (numbers.n == 1)
		numbers.number[1] = numbers.number[0];
	if (!hold(&numbers, key))
		return FALSE;
	if (last >= 'a' && last <= 'd') { /* rxvt */
		key->ctrl = TRUE;
		return find_letter(g_ascii_toupper(last), key);
	}
	if (last == 'M' || last == 'I')
		key->kind = last == 'M' ? OQ_KEY_ENTER : OQ_KEY_TAB;
	else if (last == 'X')
		key->character = '=';
	else if (last >= KEYPAD_FIRST && last < KEYPAD_FIRST + (char)strlen(keypad))
		key->character = (guchar)keypad[last - KEYPAD_FIRST];
	else
		return find_letter(last, key);
	key->shift = FALSE;
	return TRUE;
}

void
oq_sequences_control(char byte, OqKey *key)
{
	*key = (OqKey){0};
	if (byte == '\r' || byte == '\n')
		key->kind = OQ_KEY_ENTER;
	else if (byte == '\t')
		key->kind = OQ_KEY_TAB;
	else if (byte == '\b' || byte == DELETE_BYTE)
		key->kind = OQ_KEY_BACKSPACE;
	else if (byte == '\033')
		key->kind = OQ_KEY_ESCAPE;
	else {
		key->ctrl = TRUE;
		key->character =
			byte == 0 ? ' ' : (guchar)g_ascii_tolower((char)(byte + CONTROL_BASE));
	}
}
