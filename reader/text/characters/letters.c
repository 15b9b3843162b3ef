/* letters.c - see the header. */
#include "text/characters/letters.h"

/* Latin, Greek, Cyrillic and General Punctuation are looked up; what is beyond, Unicode is asked.
 */
#define N_CLASSES 0x2070
#define N_LETTERS 0x0530

/* Of Kazakh, beside those from U+0430 to U+044F: ё ә ғ қ ң ө ұ ү һ і. */
static const gunichar kazakh[] = {
	0x0451, 0x04D9, 0x0493, 0x049B, 0x04A3, 0x04E9, 0x04B1, 0x04AF, 0x04BB, 0x0456};

struct _OqLetters {
	guint8 classes[N_CLASSES];
	guint8 sounds[N_LETTERS];
	guint16 lower[N_LETTERS];
	gunichar softened[N_LETTERS]; /* 0: stays what it is */
	char *names[N_LETTERS];
};

/* ﷺ and others that are a whole phrase, which signs.tsv names. */
static gboolean
is_phrase(gunichar c)
{
	return c == 0xFDF2 || c == 0xFDF4 || c == 0xFDFA || c == 0xFDFB;
}

static OqCharClass
classify(gunichar c)
{
	if (oq_letters_is_newline(c))
		return OQ_CHAR_NEWLINE;
	if (g_ascii_isdigit((char)c) && c < 0x80)
		return OQ_CHAR_DIGIT;
	if (g_unichar_isspace(c))
		return OQ_CHAR_SPACE;
	if (g_unichar_isupper(c) || g_unichar_istitle(c))
		return OQ_CHAR_UPPER;
	if (g_unichar_isalpha(c))
		return is_phrase(c) ? OQ_CHAR_OTHER : OQ_CHAR_LETTER;
	gboolean mark = g_unichar_ismark(c) && g_unichar_type(c) != G_UNICODE_ENCLOSING_MARK;
	return mark || c == 0xAD ? OQ_CHAR_MARK : OQ_CHAR_OTHER;
}

OqLetters *
oq_letters_new(void)
{
	OqLetters *letters = g_new0(OqLetters, 1);
	for (gunichar c = 0; c < N_CLASSES; c++)
		letters->classes[c] = classify(c);
	for (gunichar c = 0; c < N_LETTERS; c++)
		letters->lower[c] = g_unichar_tolower(c);
	return letters;
}

void
oq_letters_free(OqLetters *letters)
{
	if (letters == NULL)
		return;
	for (guint i = 0; i < N_LETTERS; i++)
		g_free(letters->names[i]);
	g_free(letters);
}

gboolean
oq_letters_add(OqLetters *letters, gunichar letter, const char *name, OqSound sound)
{
	gunichar upper = g_unichar_toupper(letter);
	if (letter >= N_LETTERS || upper >= N_LETTERS)
		return FALSE;
	letters->sounds[letter] = letters->sounds[upper] = sound;
	g_free(letters->names[letter]);
	letters->names[letter] = g_strdup(name);
	return TRUE;
}

void
oq_letters_set_softened(OqLetters *letters, gunichar letter, gunichar softened)
{
	g_return_if_fail(letter < N_LETTERS);
	letters->softened[letter] = softened;
}

gunichar
oq_letters_lacking(const OqLetters *letters)
{
	for (gunichar c = 'a'; c <= 'z'; c++)
		if (letters->names[c] == NULL)
			return c;
	for (gunichar c = 0x0430; c <= 0x044F; c++)
		if (letters->names[c] == NULL)
			return c;
	for (guint i = 0; i < G_N_ELEMENTS(kazakh); i++)
		if (letters->names[kazakh[i]] == NULL)
			return kazakh[i];
	return 0;
}

OqCharClass
oq_letters_class(const OqLetters *letters, gunichar c)
{
	return c < N_CLASSES ? letters->classes[c] : classify(c);
}

OqSound
oq_letters_sound(const OqLetters *letters, gunichar c)
{
	return c < N_LETTERS ? letters->sounds[c] : OQ_SOUND_UNKNOWN;
}

gboolean
oq_letters_is_vowel(const OqLetters *letters, gunichar c)
{
	OqSound sound = oq_letters_sound(letters, c);
	return sound == OQ_SOUND_BACK || sound == OQ_SOUND_FRONT;
}

gboolean
oq_letters_has_vowel(const OqLetters *letters, OqSlice word)
{
	for (const char *p = word.data; p < word.data + word.length; p = g_utf8_next_char(p)) {
		OqSound sound = oq_letters_sound(letters, g_utf8_get_char(p));
		if (sound >= OQ_SOUND_BACK && sound <= OQ_SOUND_GLIDE_FRONT)
			return TRUE;
	}
	return FALSE;
}

const char *
oq_letters_name(const OqLetters *letters, gunichar c)
{
	gunichar lower = g_unichar_tolower(c);
	return lower < N_LETTERS ? letters->names[lower] : NULL;
}

gboolean
oq_letters_is_soft_sign(const OqLetters *letters, gunichar letter)
{
	return oq_letters_sound(letters, letter) == OQ_SOUND_SOFT_SIGN;
}

gunichar
oq_letters_soften(const OqLetters *letters, gunichar letter)
{
	gboolean changes = letter < N_LETTERS && letters->softened[letter] != 0;
	return changes ? letters->softened[letter] : letter;
}

/* A glide at the end of the word or before a vowel goes with the vowel before it (елу, қою); before
 * a consonant it is a vowel itself (секунд, литр). */
OqHarmony
oq_letters_harmony(const OqLetters *letters, OqSlice word)
{
	OqSound glide = OQ_SOUND_UNKNOWN;
	gboolean before_consonant = FALSE;
	for (const char *p = word.data + word.length; p > word.data;) {
		p = g_utf8_prev_char(p);
		OqSound sound = oq_letters_sound(letters, g_utf8_get_char(p));
		if (sound == OQ_SOUND_SOFT_SIGN && p + 2 == word.data + word.length)
			return OQ_HARMONY_FRONT;
		if (sound == OQ_SOUND_BACK || sound == OQ_SOUND_FRONT)
			return sound == OQ_SOUND_BACK ? OQ_HARMONY_BACK : OQ_HARMONY_FRONT;
		gboolean is_glide = sound == OQ_SOUND_GLIDE_BACK || sound == OQ_SOUND_GLIDE_FRONT;
		if (is_glide && glide == OQ_SOUND_UNKNOWN)
			glide = sound;
		if (is_glide && before_consonant)
			break;
		before_consonant = !is_glide;
	}
	return glide == OQ_SOUND_GLIDE_FRONT ? OQ_HARMONY_FRONT : OQ_HARMONY_BACK;
}

OqEnding
oq_letters_ending(const OqLetters *letters, OqSlice word)
{
	for (const char *p = word.data + word.length; p > word.data;) {
		p = g_utf8_prev_char(p);
		switch (oq_letters_sound(letters, g_utf8_get_char(p))) {
		case OQ_SOUND_SIGN:
		case OQ_SOUND_SOFT_SIGN:
			continue;
		case OQ_SOUND_BACK:
		case OQ_SOUND_FRONT:
			return OQ_ENDING_VOWEL;
		case OQ_SOUND_GLIDE_BACK:
		case OQ_SOUND_GLIDE_FRONT:
		case OQ_SOUND_SONORANT:
			return OQ_ENDING_SONORANT;
		case OQ_SOUND_L:
			return OQ_ENDING_L;
		case OQ_SOUND_NASAL:
			return OQ_ENDING_NASAL;
		case OQ_SOUND_Z:
			return OQ_ENDING_Z;
		default:
			return OQ_ENDING_VOICELESS;
		}
	}
	return OQ_ENDING_VOICELESS;
}

/* Two bytes are nearly all of Kazakh. */
static void
append_lower(const OqLetters *letters, gunichar c, GString *out)
{
	gunichar lower = c < N_LETTERS ? letters->lower[c] : g_unichar_tolower(c);
	if (lower < 0x80 || lower >= 0x800) {
		g_string_append_unichar(out, lower);
		return;
	}
	g_string_append_c(out, (char)(0xC0 | lower >> 6));
	g_string_append_c(out, (char)(0x80 | (lower & 0x3F)));
}

void
oq_letters_lower(const OqLetters *letters, OqSlice word, GString *out)
{
	g_string_truncate(out, 0);
	for (const char *p = word.data; p < word.data + word.length; p = g_utf8_next_char(p))
		append_lower(letters, g_utf8_get_char(p), out);
}
