/* phonemes.h - what eSpeak says, from its mnemonics of the Kazakh phonemes to IPA.
 *
 * The table voices/espeak/phonemes.tsv has a mnemonic, its IPA and a note in each row. Immutable:
 * one object may serve any number of threads. */
#pragma once

#include <glib.h>

/** What stands between two mnemonics of a word: no mnemonic has it, while _ begins those of pauses.
 */
#define OQ_PHONEMES_SEPARATOR 0xb7

typedef struct _OqPhonemes OqPhonemes;

/** oq_phonemes_load: NULL and OQ_TABLE_ERROR, with file:line where a row is wrong. */
OqPhonemes *oq_phonemes_load(const char *path, GError **error);
void oq_phonemes_free(OqPhonemes *phonemes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqPhonemes, oq_phonemes_free)

/**
 * oq_phonemes_to_ipa:
 * @mnemonics: what is said, with OQ_PHONEMES_SEPARATOR, and spaces between words
 * @ipa: the same in eSpeak's own IPA
 *
 * ˈ is put before each stressed vowel. Secondary stress, which only keeps ы from being passed over,
 * and pauses are left out. What is said in another language has mnemonics of another table: from
 * (en) to (kk) @ipa is taken. A mnemonic that the table does not have stays as it is. Cannot fail.
 *
 * Returns: (transfer full)
 */
char *oq_phonemes_to_ipa(const OqPhonemes *phonemes, const char *mnemonics, const char *ipa);
