/* driver.c - runs a fuzz target where there is no libFuzzer: all seeds, then random mixtures and
 * mutations of them, the same ones each time.
 * usage: fuzz_TARGET [-runs=N] [-seed=N] [-artifact_prefix=PATH] [other options, ignored]
 *	FILE|FOLDER...
 * An input that ends the process is left in the file PATHlast; a FILE is run by itself. */
#include "target.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MAX_BYTES     4096
#define MAX_MUTATIONS 8

typedef struct {
	GPtrArray *seeds; /* of GString */
	GRand *random;
	guint n_runs;
	const char *prefix; /* of artifacts */
	int artifact_fd;
} Driver;

static int
compare(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
free_seed(gpointer seed)
{
	g_string_free(seed, TRUE);
}

static void
add_file(Driver *driver, const char *path)
{
	g_autofree char *contents = NULL;
	gsize n_bytes;
	g_autoptr(GError) error = NULL;
	if (!g_file_get_contents(path, &contents, &n_bytes, &error))
		g_error("%s", error->message);
	g_ptr_array_add(driver->seeds, g_string_new_len(contents, n_bytes));
}

static void
add_seeds(Driver *driver, const char *path)
{
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	if (dir == NULL) {
		add_file(driver, path);
		return;
	}
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
	for (const char *name; (name = g_dir_read_name(dir)) != NULL;)
		g_ptr_array_add(files, g_build_filename(path, name, NULL));
	g_ptr_array_sort(files, compare);
	for (guint i = 0; i < files->len; i++)
		add_file(driver, g_ptr_array_index(files, i));
}

static const GString *
random_seed(Driver *driver)
{
	return g_ptr_array_index(
		driver->seeds, g_rand_int_range(driver->random, 0, driver->seeds->len));
}

/* A place from 0 to the length, or up to the end of it. */
static gsize
random_place(Driver *driver, gsize length)
{
	return g_rand_int_range(driver->random, 0, (gint32)length + 1);
}

static void
insert_piece(Driver *driver, GString *input)
{
	const GString *other = random_seed(driver);
	gsize start = random_place(driver, other->len);
	gsize n_bytes = random_place(driver, MIN(other->len - start, 64));
	g_string_insert_len(input, random_place(driver, input->len), other->str + start, n_bytes);
}

static void
mutate(Driver *driver, GString *input)
{
	gsize at = random_place(driver, input->len);
	gsize n_bytes = random_place(driver, MIN(input->len - at, 32));
	g_autofree char *piece = g_memdup2(input->str + at, n_bytes);
	switch (g_rand_int_range(driver->random, 0, 6)) {
	case 0:
		g_string_erase(input, at, n_bytes);
		break;
	case 1:
		g_string_insert_len(input, random_place(driver, input->len), piece, n_bytes);
		break;
	case 2:
		g_string_insert_c(input, at, (char)g_rand_int_range(driver->random, 0, 256));
		break;
	case 3:
		if (at < input->len)
			input->str[at] ^= 1 << g_rand_int_range(driver->random, 0, 8);
		break;
	default:
		insert_piece(driver, input);
	}
}

static void
run(Driver *driver, const GString *input)
{
	if (ftruncate(driver->artifact_fd, 0) != 0 ||
		pwrite(driver->artifact_fd, input->str, input->len, 0) != (gssize)input->len)
		g_error("%slast cannot be written", driver->prefix);
	LLVMFuzzerTestOneInput((const guint8 *)input->str, input->len);
}

static void
run_all(Driver *driver)
{
	for (guint i = 0; i < driver->seeds->len; i++)
		run(driver, g_ptr_array_index(driver->seeds, i));
	for (guint i = 0; i < driver->n_runs; i++) {
		const GString *seed = random_seed(driver);
		g_autoptr(GString) input = g_string_new_len(seed->str, seed->len);
		for (int n = g_rand_int_range(driver->random, 1, MAX_MUTATIONS); n > 0; n--)
			mutate(driver, input);
		g_string_truncate(input, MIN(input->len, MAX_BYTES));
		run(driver, input);
	}
	g_print("%u seeds and %u mixtures of them\n", driver->seeds->len, driver->n_runs);
}

static void
read_option(Driver *driver, const char *option)
{
	const char *value = strchr(option, '=');
	if (g_str_has_prefix(option, "-runs="))
		driver->n_runs = (guint)g_ascii_strtoull(value + 1, NULL, 10);
	else if (g_str_has_prefix(option, "-seed="))
		g_rand_set_seed(driver->random, (guint32)g_ascii_strtoull(value + 1, NULL, 10));
	else if (g_str_has_prefix(option, "-artifact_prefix="))
		driver->prefix = value + 1;
}

int
main(int argc, char **argv)
{
	g_autoptr(GPtrArray) seeds = g_ptr_array_new_with_free_func(free_seed);
	g_autoptr(GRand) random = g_rand_new_with_seed(1);
	Driver driver = {seeds, random, 0, "", -1};
	LLVMFuzzerInitialize(&argc, &argv);
	for (int i = 1; i < argc; i++)
		if (argv[i][0] == '-')
			read_option(&driver, argv[i]);
		else
			add_seeds(&driver, argv[i]);
	if (seeds->len == 0)
		g_error("no seeds: name files or folders of them");
	g_autofree char *artifact = g_strconcat(driver.prefix, "last", NULL);
	driver.artifact_fd = g_open(artifact, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0644);
	run_all(&driver);
	close(driver.artifact_fd);
	g_unlink(artifact);
	return 0;
}
