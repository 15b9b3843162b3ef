/* languages.h - which voice says what: Russian phrases are guessed from the words of a sentence
 * (evidence.h), names and words in Latin letters are English, all else is Kazakh. */
#pragma once

#include "text/utterance.h"
#include "text/words/sentence.h"

/**
 * oq_languages_mark: marks the tokens of Russian phrases, with the numbers and signs among them. A
 * phrase has two words or more, unless the whole sentence is one. A word that stands alone among
 * Kazakh ones is a loan or a name, and stays Kazakh, as does all that is doubtful.
 */
void oq_languages_mark(OqSentence *sentence);

/** oq_languages_declare: marks the tokens of a sentence that is told to be in a language, whatever
 * its words look like; those with Kazakh letters stay Kazakh. */
void oq_languages_declare(OqSentence *sentence, OqLang lang);

/**
 * oq_languages_tag: tells the words from index @from on whose they are.
 * @lang: whose voice they were made for
 *
 * A word in Latin letters is English if English is among @languages. One with letters of both
 * alphabets becomes several: iPhone and its Kazakh ending.
 */
void oq_languages_tag(OqUtterance *utterance, guint from, OqLang lang, OqLanguages languages);

/** oq_languages_settle: the utterance's language is that of most of its words. */
void oq_languages_settle(OqUtterance *utterance);
