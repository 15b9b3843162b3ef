#include "home/session-private.h"

#include "session_case.h"

static const char text[] = "Бір екі үш.[^а]\n\nТөрт бес.[^б]\n\nОн жиырма.\n\n[^а]: Алты жеті.\n"
			   "[^б]: Сегіз тоғыз. Отыз қырық.\n";

/** What is kept while the text is read several times. */
typedef struct {
	SessionCase *f;
	char *folder, *state, *path;
	GPtrArray *notices;
	const char *texts[2];
} Kept;

static void
begin(Kept *kept, SessionCase *f, const char *content)
{
	g_autoptr(GError) error = NULL;
	*kept = (Kept){.f = f, .folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL)};
	kept->state = g_build_filename(kept->folder, "state", NULL);
	kept->path = g_build_filename(kept->folder, "a.md", NULL);
	kept->notices = g_ptr_array_new_with_free_func(g_free);
	g_file_set_contents(kept->path, content, -1, &error);
	g_assert_no_error(error);
	kept->texts[0] = kept->path;
	f->texts = kept->texts;
	f->parts.places = oq_places_new(kept->state, kept->notices);
}

static void
end(Kept *kept)
{
	g_autoptr(OqPlace) place = oq_places_find(kept->f->parts.places, "id", kept->texts);
	g_assert_true(oq_places_forget(kept->f->parts.places, place, NULL));
	oq_places_free(kept->f->parts.places);
	g_ptr_array_unref(kept->notices);
	session_case_remove_folder(kept->state);
	session_case_remove_folder(kept->folder);
	g_free(kept->folder);
	g_free(kept->state);
	g_free(kept->path);
}

static void
run(Kept *kept, OqNotes notes, const SessionStep *steps, gsize n_steps)
{
	SessionCase *f = kept->f;
	f->settings.notes = notes;
	f->parts.place = oq_places_find(f->parts.places, "id", kept->texts);
	session_case_run(f, steps, n_steps);
	g_clear_pointer(&f->parts.place, oq_place_free);
}

/* However the notes are read, the sentence is the same, and so is the bookmark. */
static void
test_notes_elsewhere(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const SessionStep first[] = {
		{"Escape", "Бір екі үш."},
		{"Right", "Алты жеті."},
		{"Right", "Төрт бес."},
		{"b", "name of the bookmark"},
		{"Enter", "bookmark: Төрт бес."},
		{"s", "15 minutes"},
		{"Enter", "ends in 15"},
		{"Right", "Сегіз тоғыз."},
		{"Right", "Отыз қырық."},
		{"Right", "Он жиырма."},
		{"q", NULL},
	};
	static const SessionStep again[] = {
		{"Escape", "going on"},
		{"space", "Он жиырма."},
		{"B", "Төрт бес., 1 of 2"},
		{"B", "where the sleep timer was set, 2 of 2"},
		{"Enter", "Төрт бес."},
		{"Left", "Бір екі үш."},
		{"B", "Төрт бес., 1 of 2"},
		{"Enter", "Төрт бес."},
		{"q", NULL},
	};
	static const SessionStep behind[] = {
		{"Escape", "going on"},
		{"space", "Төрт бес."},
		{"Right", "Он жиырма."},
		{"B", "Төрт бес., 1 of 2"},
		{"Delete", "where the sleep timer was set, 1 of 1"},
		{"Enter", "Төрт бес."},
		{"q", NULL},
	};
	Kept kept;
	begin(&kept, f, text);
	run(&kept, OQ_NOTES_INLINE, first, G_N_ELEMENTS(first));
	run(&kept, OQ_NOTES_SKIP, again, G_N_ELEMENTS(again));
	run(&kept, OQ_NOTES_END, behind, G_N_ELEMENTS(behind));
	end(&kept);
}

/* Within a note it goes on there, as long as that is read. */
static void
test_within_note(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const SessionStep first[] = {
		{"Escape", "Бір екі үш."},
		{"Right", "Алты жеті."},
		{"Right", "Төрт бес."},
		{"Right", "Сегіз тоғыз."},
		{"Right", "Отыз қырық."},
		{"q", NULL},
	};
	static const SessionStep same[] = {
		{"Escape", "going on"}, {"space", "Отыз қырық."}, {"q", NULL}};
	static const SessionStep behind[] = {
		{"Escape", "going on"}, {"space", "Он жиырма."}, {"q", NULL}};
	Kept kept;
	begin(&kept, f, text);
	run(&kept, OQ_NOTES_INLINE, first, G_N_ELEMENTS(first));
	run(&kept, OQ_NOTES_INLINE, same, G_N_ELEMENTS(same));
	run(&kept, OQ_NOTES_SKIP, behind, G_N_ELEMENTS(behind));
	end(&kept);
}

/* A bookmark far behind what is read leads to its sentence, too. */
static void
test_far_bookmark(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	enum { N_PARAGRAPHS = 300 };
	static const SessionStep steps[] = {
		{"Escape", "Бір екі үш."},
		{"B", "алыс, 1 of 1"},
		{"Enter", "Соңғы сөз."},
		{"q", NULL},
	};
	g_autoptr(GString) content = g_string_new(NULL);
	Kept kept;
	for (guint i = 0; i < N_PARAGRAPHS; i++)
		g_string_append_printf(content, "Бір екі үш.[^%u]\n\n[^%u]: Алты.\n\n", i, i);
	g_string_append(content, "Соңғы сөз.\n");
	begin(&kept, f, content->str);
	g_autoptr(OqPlace) place = oq_places_find(f->parts.places, "id", kept.texts);
	guint64 at = N_PARAGRAPHS * strlen("Бір екі үш.\n");
	g_assert_true(oq_places_add_bookmark(f->parts.places, place, at, "алыс", NULL, NULL));
	run(&kept, OQ_NOTES_INLINE, steps, G_N_ELEMENTS(steps));
	g_assert_cmpuint(session_case_count(f, "Бір екі үш."), ==, 1);
	end(&kept);
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	SESSION_CASE_ADD("/session_place/notes-elsewhere", test_notes_elsewhere);
	SESSION_CASE_ADD("/session_place/within-note", test_within_note);
	SESSION_CASE_ADD("/session_place/far-bookmark", test_far_bookmark);
	return g_test_run();
}
