/* nursery.h - makes children that are like new: processes forked from one that was made ready once.
 *
 * oq_nursery_new() forks a keeper before the program has its first thread; the keeper forks the
 * nursery, which calls @warm and then forks a child for each oq_nursery_fork(). When the nursery
 * dies, the keeper makes another one, unless that happens before it was ready time and again; when
 * the program ends, even by SIGKILL, they and all children end. So any one of these processes may
 * be killed at any moment, and the next child is made all the same.
 *
 * What warm and run find: the memory of the program as it was in oq_nursery_new(); none of its open
 * files; standard input and output on /dev/null, and standard error, too, except that the
 * sanitizers' reports are let through; an environment in which there is no home, no display and no
 * sound server; the signals by which a terminal, a shell or a service manager ends a program
 * ignored, for it is the program that decides.
 *
 * Threads: none before oq_nursery_new(); then any, oq_nursery_free() being the last call.
 */
#pragma once

#include "base/processes/child.h"

/** In the nursery, once: makes ready what all children share. What goes wrong is the children's to
 * tell; it must start no thread. */
typedef void (*OqNurseryWarm)(gpointer data);

/** In a child: answers the records on @fd (records.h) until there are no more. Its exit status, 0:
 * success. */
typedef int (*OqNurseryRun)(int fd, gpointer data);

typedef struct _OqNursery OqNursery;

/**
 * oq_nursery_new: at once; the program goes on while @warm is at work.
 *
 * @warm: (nullable)
 * @data: for both; as it is now
 *
 * Returns: NULL and OQ_CHILD_ERROR_FAILED
 */
OqNursery *oq_nursery_new(OqNurseryWarm warm, OqNurseryRun run, gpointer data, GError **error);

/**
 * oq_nursery_fork: asks for a child and does not wait for it: it may be sent to at once.
 *
 * @limits: (nullable)
 *
 * Returns: NULL and OQ_CHILD_ERROR_FAILED
 */
OqChild *oq_nursery_fork(OqNursery *nursery, const OqChildLimits *limits, GError **error);

/**
 * oq_nursery_free: ends the nursery and with it the children, and waits until they are gone. An
 * OqChild that is left must still be freed.
 */
void oq_nursery_free(OqNursery *nursery);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqNursery, oq_nursery_free)
