/* markup.h - the rules of what is no text but stands in one: tags, placeholders, notes, faces made
 * of signs (kazakh-reading.md, 7). They are silent unless the listener wants signs to be named. */
#pragma once

#include "text/rules/rule.h"

/** <b>, </p>, <a href="…">, <br/> */
guint oq_markup_tag(OqRuleContext *context, guint at);

/** %s, %1$d, %.2f, {0}, {name}, ${name}; %% is one percent sign. */
guint oq_markup_placeholder(OqRuleContext *context, guint at);

/** [3], [1, 2], but not [0; 1] аралығында */
guint oq_markup_note(OqRuleContext *context, guint at);

/** :) =( ;-) :D <3 */
guint oq_markup_face(OqRuleContext *context, guint at);

/** #АлматыМарафоны: the words of a tag that was written as one. */
guint oq_markup_hashtag(OqRuleContext *context, guint at);
