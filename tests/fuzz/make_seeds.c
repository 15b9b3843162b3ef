/* make_seeds.c - what the fuzzers begin with, made of the cases and the tables.
 * usage: make_seeds CASES VOICES/kk OUT
 * OUT receives a folder of files for each target, and words.dict, a dictionary of libFuzzer. */
#include "cases.h"

#include "pdf_seed.h"
#include "reading/config/config_sample.h"
#include "reading/places/bookmarks.h"
#include "reading/places/place.h"
#include "speech/wire.h"
#include "text/normalizer.h"

#include <glib/gstdio.h>
#include <string.h>

/* Right and wrong rows (dictionary.h); what is read with them comes behind. */
static const char rows[] = "# comment\n"
			   "Тенгри-\tТеңірі\n"
			   "АҚШ\tАмерика\texact\n"
			   "ҚР Конституциясы\tАта Заң\n"
			   "911\tқұтқару\n"
			   "COVID-19\tкоронавирус\n"
			   "e-mail-\t[[im'eIl]]\n"
			   "жаман\t12\n"
			   "екпін\t\u0301а-\u0301б\n"
			   "Ә.Бөкейхан-\tӘлихан\n\n";

/* The same columns, named and in another order. */
static const char named_rows[] = "#: exact\tspoken\twritten\n"
				 "exact\tАмерика\tАҚШ\n"
				 "\tТеңірі\tТенгри-\n\n";

/* Lines that are wrong, each in another way (config.h). */
static const char settings[] = "speed = 1\n[voise]\na = b\n[voice]\nvoice = Айнур\nvoice = Айнр\n"
			       "spead = 9\nspeed = 9000\nlarge = yes\npitch\nlanguages = kk, en\n"
			       "dictionary = /dev/null\n[keys]\npause = space k\npause =\n"
			       "[reading]\nskip = notes, emoji\n; a comment\n[screen\n";

static void
write_seed(const char *out, const char *target, guint number, const char *bytes, gsize n_bytes)
{
	g_autofree char *folder = g_build_filename(out, target, NULL);
	g_autofree char *path = g_strdup_printf("%s/%04u", folder, number);
	g_autoptr(GError) error = NULL;
	g_mkdir_with_parents(folder, 0755);
	if (!g_file_set_contents_full(path, bytes, n_bytes, G_FILE_SET_CONTENTS_NONE, 0644, &error))
		g_error("%s", error->message);
}

/* In an encoding; and, with @read_as (nullable), misread and saved as UTF-8. */
static void
write_converted(
	const char *out, guint number, const char *text, const char *encoding, const char *read_as)
{
	gsize n_bytes;
	g_autofree char *bytes = g_convert(text, -1, encoding, "UTF-8", NULL, &n_bytes, NULL);
	g_autofree char *misread =
		bytes != NULL && read_as != NULL
			? g_convert(bytes, (gssize)n_bytes, "UTF-8", read_as, NULL, &n_bytes, NULL)
			: NULL;
	const char *seed = read_as != NULL ? misread : bytes;
	if (seed == NULL)
		return;
	write_seed(out, "document", number, seed, n_bytes);
	write_seed(out, "encoding", number, seed, n_bytes);
}

static void
write_texts(const char *out, const GPtrArray *texts)
{
	static const struct {
		const char *encoding;
		const char *read_as;
	} ways[] = {{"UTF-8", NULL}, {"UTF-16", NULL}, {"RK1048", NULL}, {"UTF-32", NULL},
		{"PT154", NULL}, {"KOI8-R", NULL}, {"RK1048", "CP1251"}, {"PT154", "CP1251"},
		{"UTF-8", "CP1251"}, {"UTF-8", "ISO-8859-1"}};
	for (guint i = 0; i < texts->len; i++) {
		const char *text = g_ptr_array_index(texts, i);
		write_seed(out, "normalize", i, text, strlen(text));
		if (i % 8 != 0)
			continue;
		g_autofree char *sized = g_strdup_printf(
			"%c%c%s\033[7m\u202e\u0301", 20 + i % 60, 2 + i % 20, text); /* screen.c */
		write_seed(out, "screen", i, sized, strlen(sized));
		g_autofree char *embedded = g_strconcat("\x02\x01\x08\uFFFC", text,
			"\n\uFFFC\uFFFC\n", text, NULL); /* selection.c */
		write_seed(out, "selection", i, embedded, strlen(embedded));
		g_autofree char *with_rows =
			g_strconcat(i % 16 == 0 ? rows : named_rows, text, NULL);
		write_seed(out, "dictionary", i, with_rows, strlen(with_rows));
		guint way = i / 8 % G_N_ELEMENTS(ways);
		write_converted(out, i, text, ways[way].encoding, ways[way].read_as);
	}
}

/* Byte by byte: libFuzzer takes nothing but ASCII. */
static void
add_word(const char *word, GString *words)
{
	g_string_append_c(words, '"');
	for (const char *p = word; *p != '\0'; p++)
		g_string_append_printf(words, "\\x%02X", (guint8)*p);
	g_string_append(words, "\"\n");
}

/* What is written, which stands first, or behind the kind. */
static void
add_words(const char *table, GString *words)
{
	g_auto(GStrv) lines = g_strsplit(table, "\n", -1);
	guint column = g_str_has_prefix(lines[0], "#: kind\t") ? 1 : 0;
	for (guint i = 0; lines[i] != NULL; i++) {
		g_auto(GStrv) cells = g_strsplit(lines[i], "\t", -1);
		if (lines[i][0] != '\0' && lines[i][0] != '#')
			add_word(cells[column], words);
	}
}

static int
compare(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The first byte says which table it is (table.c). */
static void
write_tables(const char *out, const char *voice)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GString) words = g_string_new(NULL);
	g_autoptr(GError) error = NULL;
	g_autoptr(GDir) dir = g_dir_open(voice, 0, &error);
	if (dir == NULL)
		g_error("%s", error->message);
	for (const char *name; (name = g_dir_read_name(dir)) != NULL;)
		g_ptr_array_add(names, g_strdup(name));
	g_ptr_array_sort(names, compare);
	for (guint i = 0; i < names->len; i++) {
		g_autofree char *path = g_build_filename(voice, names->pdata[i], NULL);
		g_autofree char *contents = NULL;
		gsize n_bytes;
		if (!g_file_get_contents(path, &contents, &n_bytes, &error))
			g_error("%s", error->message);
		g_autofree char *seed = g_strdup_printf("%c%s", (char)('A' + i), contents);
		write_seed(out, "table", i, seed, n_bytes + 1);
		add_words(contents, words);
	}
	g_autofree char *path = g_build_filename(out, "words.dict", NULL);
	if (!g_file_set_contents(path, words->str, words->len, &error))
		g_error("%s", error->message);
}

/* What Speech Dispatcher sends, and messages alone. */
static void
write_dispatcher(const char *out)
{
	static const char *const inputs[] = {
		"INIT\nAUDIO\naudio_output_method=server\n.\nLIST VOICES\n",
		"SET\nrate=10\npitch=-5\npunctuation_mode=all\nlanguage=kk\n.\n"
		"SPEAK\n<speak>Бір.<mark name=\"__spd_0\"/> Екі &amp; 25</speak>\n.\nSTOP\n",
		"CHAR\nspace\n.\nKEY\nshift_a\n.\nSOUND_ICON\nbell\n.\nPAUSE\nQUIT\n",
		"<speak xml:lang=\"de\"><p>a<sub alias=\"b\">c</sub></p><break time=\"1s\"/>"
		"<say-as interpret-as=\"characters\">&#1241;</say-as><![CDATA[d]]><!-- e "
		"--></speak>",
		"SPEAK\n..\n<speak>3.5 % don't, 10:30 (a)\n.\nDEBUG ON /x\n",
	};
	for (gsize i = 0; i < G_N_ELEMENTS(inputs); i++)
		write_seed(out, "dispatcher", i, inputs[i], strlen(inputs[i]));
}

/* What terminals send: keys, reports, what is pasted, what breaks off. */
static void
write_keys(const char *out)
{
	static const char *const inputs[] = {"w\xd1\x86 5\r\t\b\177\003\032",
		"\033[A\033OB\033[1;5C\033[H", "\033[1~\033[4~\033[5~\033[6~\033[3~",
		"\033OP\033[11~\033[[A", "\033w\033\033[A\033\r\033", "\033[7$\033[5^\033[a\033Oa",
		"\033[99;5u\033[27;5;99~\033[1;5:3C", "\033[200~a\r\n\xd3\x99\033[201~q",
		"\033[200~a\033[20\003", "\033[<0;1;1M\033[M !!\033[I",
		"\033]11;rgb:0/0/0\a\033P>|x\033\\", "\033[?62;1c\033[24;80R",
		"\xff\xd1\xe0\x80\xf4\x90"};
	for (guint i = 0; i < G_N_ELEMENTS(inputs); i++)
		write_seed(out, "keys", i, inputs[i], strlen(inputs[i]));
}

static void
write_record(const char *out, guint number, GBytes *taken)
{
	g_autoptr(GBytes) record = taken;
	gsize n_bytes;
	const char *bytes = g_bytes_get_data(record, &n_bytes);
	write_seed(out, "wire", number, bytes, n_bytes);
}

static void
fill_passage(OqPassage *passage, const OqLexicon *lexicon, const char *text)
{
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT);
	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_end(normalizer);
	oq_passage_reset(passage);
	while (passage->n_utterances < OQ_PASSAGE_MAX &&
		oq_normalizer_next(normalizer, oq_passage_spare(passage)))
		oq_passage_add(passage);
}

static void
write_records(const char *out, const char *voice, const GPtrArray *texts)
{
	static const OqMark marks[] = {{0, 0, 5}, {3, 6, 9}};
	static const gint16 samples[] = {1, -2, 3, -4};
	const OqStyle style = OQ_STYLE_DEFAULT;
	const OqSpeech speech = {1, 22050, 0, 9, 4, 100, 1, 2, marks, samples};
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(voice, &error);
	if (lexicon == NULL)
		g_error("%s", error->message);
	g_auto(OqPassage) passage;
	oq_passage_init(&passage, &style);
	for (guint i = 0; i < texts->len; i += 16) {
		fill_passage(&passage, lexicon, g_ptr_array_index(texts, i));
		write_record(out, i, oq_wire_pack_passage(&passage));
	}
	write_record(out, texts->len, oq_wire_pack_speech(&speech));
}

/* With all settings in force, as it is, and wrong. */
static void
write_configs(const char *out)
{
	g_autofree char *sample = oq_config_sample_new();
	g_autoptr(GString) set = g_string_new(sample);
	g_string_replace(set, "\n#", "\n", 0);
	write_seed(out, "config", 0, sample, strlen(sample));
	write_seed(out, "config", 1, set->str, set->len);
	write_seed(out, "config", 2, settings, strlen(settings));
}

static void
write_place(const char *out, guint number, const OqPlace *place)
{
	gsize n_bytes;
	g_autofree char *text = oq_place_print(place, &n_bytes);
	write_seed(out, "places", number, text, n_bytes);
}

static void
write_places(const char *out)
{
	static const char *const paths[] = {"/home/a/\320\275.txt", "/b;c", NULL};
	const OqStyle style = {.voice = "ainur",
		.speed_wpm = 180,
		.pitch_percent = 40,
		.volume_percent = 60,
		.pauses_percent = 100};
	g_autoptr(OqPlace) place = oq_place_new(paths);
	g_autoptr(GPtrArray) bookmarks = oq_bookmarks_new();
	gsize n_bytes;
	write_place(out, 0, place);
	oq_place_set_title(place, "a\\b; c");
	oq_trace_set(&place->trace, "a", "\320\275");
	oq_place_set_style(place, OQ_PLACE_VOICE | OQ_PLACE_SPEED | OQ_PLACE_PITCH, &style);
	place->place = place->sleep_place = place->n_bytes = 1 << 20;
	place->percent = 50;
	place->has_ended = TRUE;
	write_place(out, 1, place);
	for (guint i = 0; i < 5; i++)
		oq_bookmarks_put(bookmarks, 1000 * i, place->title);
	oq_trace_set(oq_bookmarks_trace(bookmarks, 1000), "a; b", "\320\275");
	g_autofree char *text = oq_bookmarks_print(bookmarks, &n_bytes);
	write_seed(out, "places", 2, text, n_bytes);
}

/* Documents, each of which begins with what the fuzzer wants (open.c). */
static void
write_documents(const char *out)
{
	static const char page[] =
		"<html lang=kk><head><title>Т</title></head><body><nav><a href=/>Б</a>"
		"</nav><article><h1>Т</h1><p>Бір<sup><a href='#n'>1</a></sup> м<sup>2"
		"</sup><br><br>екі</p><table><tr><th>А<th colspan=2>Ә<tr><td rowspan=2>1"
		"<td>2</table><ul><li>а<ol><li>ә</ol></ul><pre>х\n\nү</pre><img alt=Тау>"
		"<p id=n><a href=#r>1</a> Осы</p><aside class=footnote hidden>Ө</aside>";
	static const char dtbook[] =
		"<dtbook xml:lang='kk'><book><level><hd>Т</hd><p>Бір<noteref "
		"idref='#n'>1</noteref></p><pagenum>1</pagenum><poem><line>х</line>"
		"</poem><note id='n'><p>Осы</p></note></level></book></dtbook>";
	static const char package[] =
		"<container><rootfile full-path='b.opf'/></container>\f<package>"
		"<dc:title>Т</dc:title><item id='a' href='1.xhtml'/><item id='b' "
		"href='2.xhtml'/><item id='n' href='toc.ncx' media-type='application/"
		"x-dtbncx+xml'/><spine toc='n'><itemref idref='a'/><itemref idref='b' "
		"linear='no'/></spine></package>\f<ncx><navPoint><navLabel><text>А"
		"</text></navLabel><content src='1.xhtml#a'/></navPoint></ncx>\f<html>"
		"<body><p id='a'>Бір<a epub:type='noteref' href='2.xhtml#n'>1</a></p>"
		"</body></html>\f<html><aside epub:type='footnote' id='n'>Ә<br>&nbsp;";
	static const char daisy[] =
		"<meta name=dc:title content=Т><h1><a href='2.smil#a'>А</a></h1>"
		"<span class=page-normal>1</span>\f<smil/>\f<smil><text src='1.html#a'/>"
		"</smil>\f<h1>А</h1><p>Ә";
	static const char web[] =
		"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n "
		"boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\n"
		"Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>=D3=99=\r\nb"
		"\r\n--b--";
	static const char letter[] =
		"To: b\nFrom: =?koi8-r?Q?=F0_?= =?utf-8?B?05k=?= <a@b>\nSubject: a\nContent-Type: "
		"multipart/mixed; boundary=b\n\n--b\n\n> a\n--\n--b\nContent-Disposition: "
		"attachment; filename*0*=utf-8''%D3%99;\n filename*1=c\n\nd\n--b--";
	static const char *const headed[] = {
		"h0", "h1", "h2", "t0", "t1", "e0", "e1", "e2", "n0", "w0", "l0"};
	for (guint i = 0; i < G_N_ELEMENTS(headed); i++) {
		const char *content = headed[i][0] == 'h'   ? page
				      : headed[i][0] == 't' ? dtbook
				      : headed[i][0] == 'e' ? package
				      : headed[i][0] == 'w' ? web
				      : headed[i][0] == 'l' ? letter
							    : daisy;
		g_autofree char *seed = g_strconcat(headed[i], content, NULL);
		write_seed(out, "open", i, seed, strlen(seed));
	}
}

/* What office programs and FB2 writers make, and plainer files (open.c). */
static void
write_office(const char *out)
{
	static const char book[] =
		"f1<?xml version='1.0' encoding='windows-1251'?><FictionBook><description>"
		"<title-info><author><nickname>a</nickname></author><lang>kk</lang></title-info>"
		"</description><body><title><p>1</p><p>2?</p></title><epigraph><poem><title><p>t</"
		"p>"
		"</title><stanza><v>v</v><v>w</v></stanza></poem></epigraph><section><subtitle>* *"
		"</subtitle><p xml:lang='ru'>\317\360<a href='#n' type='note'>1</a><image alt='i'/>"
		"</p><table><tr><th>h</th></tr><tr><td>d</td></tr></table></section></body><body "
		"name='notes'><section id='n'><p>n</p></section></body><binary>AA</binary>";
	static const char docx[] =
		"d1<d><p><pPr><pStyle val='H'/><numPr><ilvl val='1'/><numId val='2'/></numPr>"
		"<outlineLvl val='9'/><rPr><del/></rPr></pPr><r><rPr><lang val='ru'/><vanish "
		"val='0'/>"
		"</rPr><t>а</t><tab/><br/><footnoteReference id='2'/><docPr descr='i'/>"
		"<txbxContent><p><r><t>b</t></r></p></txbxContent></r></p><tbl><tblLook "
		"firstRow='1'/>"
		"<tr><tc><tcPr><gridSpan "
		"val='2'/></tcPr><p><r><t>c</t></r></p></tc></tr></tbl><sdt>"
		"<docPartGallery val='Table of Contents'/></sdt></d>\f<f><footnote "
		"id='2'><p><r><t>n"
		"</t></r></p></footnote></f>\f<s><style styleId='H'><name val='heading "
		"1'/><basedOn "
		"val='H'/></style></s>\f<c><title>t</title></c>\f<R><Relationship Type='/styles' "
		"Target='styles.xml'/></R>";
	static const char odt[] =
		"o1<d><automatic-styles><style name='P' parent-style-name='Quotations'>"
		"<text-properties language='ru'/></style></automatic-styles><body><text><h "
		"outline-level='2'>h</h><list><list-item><p style-name='P'>а<span style-name='P'>b"
		"</span><s/><note><note-body><p>n</p></note-body></note><frame><title>t</"
		"title><desc>"
		"d</desc><text-box><p>i</p></text-box></frame></p></list-item></list><table>"
		"<table-header-rows><table-row><table-cell number-columns-repeated='2'><p>c</p>"
		"</table-cell></table-row></table-header-rows><table-row><covered-table-cell/>"
		"</table-row></table></text></body></d>\f<d><styles><style "
		"name='P'/></styles></d>\f"
		"<d><meta><title>t</title></meta></d>\f<m/>\fa";
	static const char *const inputs[] = {book, docx, odt, pdf_seed,
		"r1{\\rtf1\\ansi\\ansicpg1251\\uc1{\\fonttbl{\\f0\\fcharset204 A;}{\\f1\\fcharset1 "
		"B;}}"
		"{\\stylesheet{\\s1 heading 1;}}{\\info{\\title t}{\\author\\u1241?}}{\\*\\x "
		"y}\\pard\\s1 "
		"\\'d2\\u1179\\'ea\\u-10187?\\u-9138?{\\footnote n}\\par\\pard\\ls1\\ilvl1\\f1 "
		"i\\~\\_"
		"\\line\\tab{\\v h}{\\pict 00}\\bin2 {{\\par\\pard\\intbl a\\cell b\\cell\\row}",
		"m1# h\n\n> q\n\n- а\n  1. b\n\n| a | b |\n|---|---|\n| c | d |\n\n![i](j) `k` "
		"[l](m)[^1]\n"
		"\n[^1]: n\n\n---\nt: u\n---\n\n<p>x</p>\n\n```\ny\n```\n***\n",
		"c0a;\"b\"\"\n\";c\n1;;2,5\r\n\n\"ә",
		"s0WEBVTT\n\nNOTE x\n\n1\n00:00:01.000 --> 00:00:02,000 a\n- <i>А</i>\n<v "
		"Б>{\\an8}&amp;\n\n"
		"2\n0:1 --> 1",
		"f0<FictionBook><body><section><p>5 < 6 <...> <a b='<c' d=e <!x> &f; & </p>"};
	for (gsize i = 0; i < G_N_ELEMENTS(inputs); i++)
		write_seed(out, "open", 100 + i, inputs[i], strlen(inputs[i]));
}

int
main(int argc, char **argv)
{
	if (argc != 4)
		g_error("usage: make_seeds CASES VOICES/kk OUT");
	g_autoptr(GPtrArray) texts = cases_load(argv[1]);
	write_texts(argv[3], texts);
	write_tables(argv[3], argv[2]);
	write_configs(argv[3]);
	write_places(argv[3]);
	write_records(argv[3], argv[2], texts);
	write_dispatcher(argv[3]);
	write_keys(argv[3]);
	write_documents(argv[3]);
	write_office(argv[3]);
	return 0;
}
