/* keep_places.c - keeps the place of a text, as a reader does at every sentence.
 *
 *     keep_places save FOLDER N     N times; prints what goes wrong, and the place that was kept
 *     keep_places killed FOLDER N   in N processes, each killed at a random moment: what is kept is
 *                                   whole, and at most one sentence behind */
#include "reading/places/places.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LOOK_US = 100 };

/* What a process was about when it was killed. */
typedef struct {
	guint64 n_begun; /* the sentence that is being kept, or was */
	guint64 n_kept;
} Progress;

static const char *const paths[] = {"/somewhere/text.txt", NULL};

/* The number once more, in characters: a place that is half of one save and half of another one
 * would be noticed. */
static char *
words_of(guint64 n)
{
	return g_strdup_printf("Бұл – %" G_GUINT64_FORMAT "-сөйлем.", n);
}

static gboolean
keep(OqPlaces *places, OqPlace *place, guint64 n, GError **error)
{
	g_autofree char *words = words_of(n);
	place->place = n;
	oq_trace_set(&place->trace, NULL, words);
	return oq_places_save(places, place, error);
}

static void
print_all(GPtrArray *notices)
{
	for (guint i = 0; i < notices->len; i++)
		g_print("notice: %s\n", (const char *)g_ptr_array_index(notices, i));
}

static int
save(const char *folder, guint64 n_saves)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(OqPlaces) places = oq_places_new(folder, notices);
	g_autoptr(OqPlace) place = oq_places_find(places, "text", paths);
	for (guint64 n = 1; n <= n_saves; n++) {
		g_autoptr(GError) error = NULL;
		if (!keep(places, place, n, &error))
			g_print("error: %s\n", error->message);
	}
	g_autoptr(OqPlace) kept = oq_places_find(places, "text", paths);
	print_all(notices);
	g_print("place: %" G_GUINT64_FORMAT "\n", kept->place);
	return 0;
}

/* Sets a bookmark now and then, and takes another one away. */
static void
keep_on(const char *folder, Progress *progress)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(OqPlaces) places = oq_places_new(folder, notices);
	g_autoptr(OqPlace) place = oq_places_find(places, "text", paths);
	for (guint64 n = place->place + 1;; n++) {
		__atomic_store_n(&progress->n_begun, n, __ATOMIC_SEQ_CST);
		if (!keep(places, place, n, NULL))
			_exit(2);
		__atomic_store_n(&progress->n_kept, n, __ATOMIC_SEQ_CST);
		if (n % 8 == 0)
			oq_places_add_bookmark(places, place, n % 64, "белгі", NULL, NULL);
		if (n % 8 == 4)
			oq_places_remove_bookmark(places, place, (n + 32) % 64, NULL);
	}
}

/* From its start on, or else from its first save on, before which a slow machine has no moment. */
static void
wait_and_kill(pid_t child, const Progress *progress, gboolean is_saving, GRand *random)
{
	int status;
	guint64 n_kept = progress->n_kept;
	while (is_saving && __atomic_load_n(&progress->n_kept, __ATOMIC_SEQ_CST) == n_kept &&
		waitpid(child, &status, WNOHANG) == 0)
		g_usleep(LOOK_US);
	g_usleep((gulong)g_rand_int_range(random, 0, 10000));
	kill(child, SIGKILL);
	if (waitpid(child, &status, 0) != child || !WIFSIGNALED(status))
		g_error("the process ended by itself, with %x", (guint)status);
}

static void
check(const char *folder, const Progress *progress)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(OqPlaces) places = oq_places_new(folder, notices);
	g_autoptr(OqPlace) place = oq_places_find(places, "text", paths);
	g_autofree char *words = words_of(place->place);
	print_all(notices);
	if (notices->len > 0)
		g_error("something is damaged");
	if (place->place < progress->n_kept || place->place > progress->n_begun)
		g_error("%" G_GUINT64_FORMAT " was kept, it is %" G_GUINT64_FORMAT,
			progress->n_kept, place->place);
	if (place->place > 0 && g_strcmp0(place->trace.words, words) != 0)
		g_error("the words are: %s", place->trace.words);
}

static guint
n_left(const char *folder)
{
	guint n = 0;
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;)
		n += g_str_has_suffix(name, ".new") ? 1 : 0;
	return n;
}

static int
killed(const char *folder, guint64 n_rounds)
{
	guint32 seed = g_random_int();
	guint n_within = 0;
	g_autoptr(GRand) random = g_rand_new_with_seed(seed);
	Progress *progress = mmap(
		NULL, sizeof *progress, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (progress == MAP_FAILED)
		g_error("no memory");
	for (guint64 round = 0; round < n_rounds; round++) {
		pid_t child = fork();
		g_assert_cmpint(child, >=, 0);
		if (child == 0)
			keep_on(folder, progress);
		wait_and_kill(child, progress, round % 2 == 1, random);
		n_within += progress->n_begun != progress->n_kept ? 1 : 0;
		check(folder, progress);
	}
	g_print("seed %u: %" G_GUINT64_FORMAT
		" kept, %u times killed within a save, %u files left\n",
		seed, progress->n_kept, n_within, n_left(folder));
	save(folder, 1);
	if (n_left(folder) > 0)
		g_error("what killed processes left was not swept away");
	return progress->n_kept > 0 && n_within > 0 ? 0 : 1;
}

int
main(int argc, char **argv)
{
	if (argc != 4)
		g_error("usage: keep_places save|killed FOLDER N");
	guint64 n = g_ascii_strtoull(argv[3], NULL, 10);
	return strcmp(argv[1], "killed") == 0 ? killed(argv[2], n) : save(argv[2], n);
}
