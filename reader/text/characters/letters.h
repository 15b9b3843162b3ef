/* letters.h - characters and what Kazakh spelling knows of them: classes, case, vowel harmony, the
 * final sound of a word. Immutable once filled; filled by lexicon.c from letters.tsv. */
#pragma once

#include "base/slice.h"

typedef enum {
	OQ_CHAR_OTHER, /* a sign */
	OQ_CHAR_LETTER,
	OQ_CHAR_UPPER, /* an upper-case letter */
	OQ_CHAR_MARK,  /* combines with the letter before it */
	OQ_CHAR_DIGIT, /* 0 to 9 only */
	OQ_CHAR_SPACE,
	OQ_CHAR_NEWLINE,
} OqCharClass;

#define OQ_LETTERS_FIRST_CYRILLIC 0x0400
#define OQ_LETTERS_SMALL_CYRILLIC 0x0430 /* the first of them */
#define OQ_LETTERS_LAST_RUSSIAN   0x044F /* of those that every Cyrillic keyboard has */
#define OQ_LETTERS_LAST_CYRILLIC  0x052F

typedef enum { OQ_HARMONY_BACK, OQ_HARMONY_FRONT } OqHarmony;

/** The final sound of a word, in the order of the columns of suffixes.tsv. */
typedef enum {
	OQ_ENDING_VOWEL,
	OQ_ENDING_SONORANT,
	OQ_ENDING_L,
	OQ_ENDING_NASAL,
	OQ_ENDING_Z,
	OQ_ENDING_VOICELESS,
	OQ_N_ENDINGS,
} OqEnding;

/** What a letter stands for; letters.tsv tells more. */
typedef enum {
	OQ_SOUND_UNKNOWN,
	OQ_SOUND_BACK,
	OQ_SOUND_FRONT,
	OQ_SOUND_GLIDE_BACK,
	OQ_SOUND_GLIDE_FRONT,
	OQ_SOUND_SONORANT,
	OQ_SOUND_L,
	OQ_SOUND_NASAL,
	OQ_SOUND_Z,
	OQ_SOUND_VOICELESS,
	OQ_SOUND_SIGN,
	OQ_SOUND_SOFT_SIGN,
} OqSound;

typedef struct _OqLetters OqLetters;

OqLetters *oq_letters_new(void);
void oq_letters_free(OqLetters *letters);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqLetters, oq_letters_free)

/**
 * oq_letters_add:
 * @letter: in lower case; its capital is added with it
 * @name: what it is called when it is spelled
 *
 * Returns: FALSE when @letter or its capital is none below U+0530
 */
gboolean oq_letters_add(OqLetters *letters, gunichar letter, const char *name, OqSound sound);

/** oq_letters_set_softened: what a letter that was added becomes before a vowel. */
void oq_letters_set_softened(OqLetters *letters, gunichar letter, gunichar softened);

/** oq_letters_lacking: a letter of the Kazakh alphabet or of a to z that was not added; 0: none. */
gunichar oq_letters_lacking(const OqLetters *letters);

/** oq_letters_is_latin: whether a letter is of the Latin alphabet; its accents are none. */
static inline gboolean
oq_letters_is_latin(gunichar letter)
{
	return letter < 0x0250 || (letter >= 0x1E00 && letter <= 0x1EFF);
}

/** oq_letters_is_newline: what is of class OQ_CHAR_NEWLINE. */
static inline gboolean
oq_letters_is_newline(gunichar c)
{
	return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/** oq_letters_is_cyrillic: whether a character is of the Cyrillic alphabet. */
static inline gboolean
oq_letters_is_cyrillic(gunichar c)
{
	return c >= OQ_LETTERS_FIRST_CYRILLIC && c <= OQ_LETTERS_LAST_CYRILLIC;
}

/** oq_letters_is_western: whether a letter is of an alphabet that stands before the Cyrillic one in
 * Unicode: Latin without its rarer letters, Greek. */
static inline gboolean
oq_letters_is_western(gunichar letter)
{
	return letter < OQ_LETTERS_FIRST_CYRILLIC;
}

OqCharClass oq_letters_class(const OqLetters *letters, gunichar c);
gboolean oq_letters_is_vowel(const OqLetters *letters, gunichar c);

/** oq_letters_has_vowel: a vowel, or и у ю, which may be one. */
gboolean oq_letters_has_vowel(const OqLetters *letters, OqSlice word);

/** oq_letters_name: how the letter is called, or NULL when letters.tsv has no such letter. */
const char *oq_letters_name(const OqLetters *letters, gunichar c);

/** oq_letters_is_soft_sign: ь, which makes the endings behind it soft (рубльге) and goes before a
 * vowel (рублі). */
gboolean oq_letters_is_soft_sign(const OqLetters *letters, gunichar letter);

/** oq_letters_soften: what a small letter at the end of a word becomes before a vowel: ғ of қ; most
 * stay what they are. */
gunichar oq_letters_soften(const OqLetters *letters, gunichar letter);

/** oq_letters_harmony: the last vowel decides, or a soft sign at the end; back when there is none.
 */
OqHarmony oq_letters_harmony(const OqLetters *letters, OqSlice word);

/** oq_letters_ending: voiceless when the word does not end in a known letter. */
OqEnding oq_letters_ending(const OqLetters *letters, OqSlice word);

/** oq_letters_lower: replaces the contents of out by the word in lower case. */
void oq_letters_lower(const OqLetters *letters, OqSlice word, GString *out);
