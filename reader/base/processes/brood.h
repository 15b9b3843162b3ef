/* brood.h - the children of a nursery, in the nursery's process: forks, kills and reaps them.
 *
 * A request comes over the control socket with two descriptors: the child's socket, and the end of
 * its leash. Over the leash goes one int when the child has ended: what waitpid() says, or a
 * negated errno if it could not be forked. When the other end of the leash is closed, the child is
 * killed.
 */
#pragma once

#include "base/processes/nursery.h"

#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define OQ_BROOD_SANITIZED 1
#elif defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define OQ_BROOD_SANITIZED 1
#endif
#endif
#ifndef OQ_BROOD_SANITIZED
#define OQ_BROOD_SANITIZED 0
#endif

/** oq_brood_ask: the program's side: sends a request; 0, or an errno. The caller closes both. */
int oq_brood_ask(int control, const OqChildLimits *limits, int socket, int leash);

/**
 * oq_brood_serve: does as the program asks until that has gone; the children die with the caller.
 *
 * @signals: a signalfd of SIGCHLD
 */
void oq_brood_serve(int control, int signals, OqNurseryRun run, gpointer data);
