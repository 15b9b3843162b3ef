/* talk.h - a message that is being said to Speech Dispatcher: its sound block by block, its marks
 * between the blocks where they belong, and how it ends.
 *
 * Whoever calls for a stop or a pause while nothing is said gets no answer: an event too many and
 * the server is out of step for good. Main loop's thread. */
#pragma once

#include "dispatcher/reciter.h"
#include "dispatcher/replies.h"

typedef struct _OqTalk OqTalk;

/** oq_talk_new: @replies: must outlive the talk. */
OqTalk *oq_talk_new(OqReplies *replies);
void oq_talk_free(OqTalk *talk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqTalk, oq_talk_free)

/** oq_talk_begin: what is still being said is stopped. That it begins is told when it does.
 * @marks: (element-type OqSsmlMark): all of the message */
void oq_talk_begin(OqTalk *talk, const GArray *marks);

/** oq_talk_wants: there is nothing left to say of what it was given. */
gboolean oq_talk_wants(const OqTalk *talk);

/** oq_talk_give: @spoken: (transfer full): of the message that was begun, when it wants more. */
void oq_talk_give(OqTalk *talk, OqSpoken *spoken);

/** oq_talk_go_on: as far as there is room. */
void oq_talk_go_on(OqTalk *talk);

/** oq_talk_stop: at once. Returns: whether something was being said. */
gboolean oq_talk_stop(OqTalk *talk);

/** oq_talk_pause: at the next mark that Speech Dispatcher itself has set, from which it will go on;
 * where none is to come, it is stopped: it will be said again from the last one. Returns: whether
 * it was stopped. */
gboolean oq_talk_pause(OqTalk *talk);

/** oq_talk_is_over: nothing is being said. */
gboolean oq_talk_is_over(const OqTalk *talk);
