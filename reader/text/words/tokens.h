/* tokens.h - a sentence as words, numbers and signs, with their place in it. */
#pragma once

#include "text/characters/letters.h"
#include "text/characters/roles.h"
#include "text/lang.h"

typedef enum {
	OQ_TOKEN_WORD,   /* letters and what combines with them */
	OQ_TOKEN_NUMBER, /* digits 0 to 9 */
	OQ_TOKEN_SIGN,   /* one character that is neither */
} OqTokenKind;

typedef struct {
	guint32 start; /* bytes of the sentence */
	guint32 end;
	gunichar sign;      /* the character of a sign, the first letter of a word */
	guint32 roles;      /* of a sign: OqRole */
	guint32 figure;     /* of a number; sentence.h */
	guint16 n_chars;    /* at most G_MAXUINT16 */
	guint8 kind;        /* OqTokenKind */
	guint8 gap : 1;     /* white space before it; also the first token */
	guint8 capital : 1; /* a word whose first letter is a capital */
	guint8 all_capitals : 1;
	guint8 any_capital : 1;
	guint8 inner_capital : 1; /* behind the first letter */
	guint8 lang : 2;          /* OqLang of the phrase that it is in: languages.h */
} OqToken;

/** oq_token_is_number, _is_word, _is_sign, _is_dash, _has: FALSE for NULL. */
static inline gboolean
oq_token_is_number(const OqToken *token)
{
	return token != NULL && token->kind == OQ_TOKEN_NUMBER;
}

static inline gboolean
oq_token_is_word(const OqToken *token)
{
	return token != NULL && token->kind == OQ_TOKEN_WORD;
}

static inline gboolean
oq_token_is_sign(const OqToken *token, gunichar sign)
{
	return token != NULL && token->kind == OQ_TOKEN_SIGN && token->sign == sign;
}

/** oq_token_has: whether it is a sign with one of the roles. */
static inline gboolean
oq_token_has(const OqToken *token, guint32 roles)
{
	return token != NULL && (token->roles & roles) != 0;
}

/** oq_token_is_dash: a hyphen, dash or minus sign. */
static inline gboolean
oq_token_is_dash(const OqToken *token)
{
	return oq_token_has(token, OQ_ROLE_DASH | OQ_ROLE_MINUS);
}

/**
 * oq_tokens_split:
 * @sentence: valid UTF-8
 * @tokens: (element-type OqToken): overwritten
 */
void oq_tokens_split(const OqLetters *letters, OqSlice sentence, GArray *tokens);
