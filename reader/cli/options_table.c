/* options_table.c - the options there are; see options.h. */
#include "cli/options.h"
#include "radio/sidecars/sidecars.h"
#include <glib/gi18n.h>

#define MEMBER(name) G_STRUCT_OFFSET(OqOptions, name)

static const OqOption table[] = {
	{"voice", 'v', MEMBER(voice), OQ_TRAIT_READS, .value = N_("NAME"), .kind = OQ_VALUE_VOICE,
		.meaning = N_("the voice, one of those that oqyrman voices lists")},
	{"speed", 's', MEMBER(speed_text), OQ_TRAIT_SPEAKS, .value = N_("WPM"),
		.meaning = N_("Kazakh words a minute, 60 to 600; the voice's own unless given")},
	{"pitch", 'p', MEMBER(pitch_text), OQ_TRAIT_SPEAKS, .value = N_("N"),
		.meaning = N_("pitch, 0 to 100; 50 is the voice's own")},
	{"volume", 'a', MEMBER(volume_text), OQ_TRAIT_SPEAKS, .value = N_("N"),
		.meaning = N_("volume, 0 to 100; 100 unless given")},
	{"pauses", 0, MEMBER(pauses_text), OQ_TRAIT_SPEAKS, .value = N_("PERCENT"),
		.meaning = N_("how long pauses are, 25 to 400; 100 unless given; words are as fast "
			      "as before")},
	{"quotes", 0, MEMBER(quotes_text), OQ_TRAIT_SPEAKS, .value = N_("HOW"),
		.meaning = N_("how quotations are said: higher (+N) or lower (-N) by so much, or "
			      "by the voice that is named")},
	{"punctuation", 'P', MEMBER(punctuation_text), OQ_TRAIT_READS, .value = N_("LEVEL"),
		.choices = "none some all",
		.meaning = N_("which signs are named: none, some or all; none unless given")},
	{"spell", 0, MEMBER(spell), OQ_TRAIT_WORDS,
		.meaning = N_("say every character by its name, spaces too")},
	{"encoding", 'e', MEMBER(encoding), OQ_TRAIT_FILES | OQ_TRAIT_WATCHES, .value = N_("NAME"),
		.choices = "UTF-8 UTF-16 windows-1251 KZ-1048",
		.meaning = N_(
			"the encoding of the files, such as UTF-16, windows-1251 or KZ-1048; UTF-8 "
			"unless given")},
	{"follow", 0, MEMBER(follow), OQ_TRAIT_FILES,
		.meaning = N_("wait at the end of the last file for what is written to it, or at a "
			      "named pipe for its next writer")},
	{"dictionary", 'D', MEMBER(dictionary), OQ_TRAIT_READS, .value = N_("FILE"),
		.kind = OQ_VALUE_FILE,
		.meaning = N_("a table of words and how they are said, which goes before your own "
			      "dictionary.tsv")},
	{"languages", 'l', MEMBER(languages_text), OQ_TRAIT_READS, .value = N_("LIST"),
		.choices = "kk kk,ru kk,en kk,ru,en",
		.meaning = N_("the languages that voices are chosen from: kk, and ru and en unless "
			      "left out")},
	{"skip", 0, MEMBER(skip_text), OQ_TRAIT_READS, .value = N_("LIST"),
		.choices = "notes references brackets addresses emoji heads",
		.meaning = N_("what is left out, with commas between them: notes, references, "
			      "brackets, addresses, emoji, heads; nothing unless given")},
	{"written-pauses", 0, MEMBER(written_pauses), OQ_TRAIT_READS,
		.meaning = N_("make the pauses that are written in the text, such as [pause 2s]")},
	{"device", 'd', MEMBER(device), OQ_TRAIT_PLAYS, .value = N_("NAME"),
		.meaning = N_("the sound device, one of those that oqyrman voices lists")},
	{"wait", 0, MEMBER(wait), OQ_TRAIT_PLAYS, .group = OQ_GROUP_TURN,
		.meaning = N_("when something is being read already, wait for its end")},
	{"interrupt", 0, MEMBER(interrupt), OQ_TRAIT_PLAYS, .group = OQ_GROUP_TURN,
		.meaning = N_("when something is being read already, stop it")},
	{"beginning", 0, MEMBER(beginning), OQ_TRAIT_DRIVEN,
		.meaning = N_("begin at the beginning, not where the text was left")},
	{"large", 0, MEMBER(large), OQ_TRAIT_DRIVEN,
		.meaning = N_("show what is read in big letters, as wide as the terminal")},
	{"no-color", 0, MEMBER(no_color), OQ_TRAIT_DRIVEN,
		.meaning = N_("print plain lines: no word is highlighted, nothing is rewritten")},
	{"output", 'o', MEMBER(output), OQ_TRAIT_NAMES, .value = N_("FILE"), .kind = OQ_VALUE_FILE,
		.meaning = N_("the audio file; its extension picks the format; a hyphen (-) is "
			      "WAV on standard output; a folder: a file of each text in it; unless "
			      "given, one beside each text")},
	{"no-clobber", 0, MEMBER(no_clobber), OQ_TRAIT_NAMES, .group = OQ_GROUP_TAKEN,
		.meaning = N_("never replace a file; without -o it is so")},
	{"number", 0, MEMBER(number), OQ_TRAIT_NAMES, .group = OQ_GROUP_TAKEN,
		.meaning = N_("where a name is taken, add a number, as in news-2.wav; the name is "
			      "printed")},
	{"resume", 0, MEMBER(resume), OQ_TRAIT_NAMES,
		.meaning = N_("keep what was said, beside the audio, until it is whole; what was "
			      "broken off goes on there")},
	{"bell", 0, MEMBER(bell), OQ_TRAIT_NAMES,
		.meaning = N_("ring the terminal's bell when all is done, or has failed")},
	{"beside", 0, MEMBER(beside_text), OQ_TRAIT_WRITES, .value = N_("LIST"),
		.choices = OQ_SIDECARS_NAMES,
		.meaning = N_("what is written beside the audio, with commas between them: srt, "
			      "vtt, json, chapters, chapters-json, ffmetadata, script, png, "
			      "loudness, loudness-json; nothing unless given")},
	{"start", 0, MEMBER(start), OQ_TRAIT_WRITES | OQ_TRAIT_TIMES, .value = N_("PLACE"),
		.meaning = N_("begin at a heading, by its words or as #2, at a sentence, by its "
			      "number or by words that stand in it")},
	{"end", 0, MEMBER(end), OQ_TRAIT_WRITES | OQ_TRAIT_TIMES, .value = N_("PLACE"),
		.meaning =
			N_("end before a heading, or behind a sentence, named in the same ways")},
	{"duration", 0, MEMBER(duration_text), OQ_TRAIT_WRITES, .value = N_("LENGTH"),
		.meaning = N_("make the audio so long, as 3:00, by speed and pauses; where that "
			      "would not be natural, say how many words are too many or too few")},
	{"paragraphs", 0, MEMBER(paragraphs), OQ_TRAIT_TIMES,
		.meaning = N_("tell of each paragraph, too")},
	{"out", 0, MEMBER(out), OQ_TRAIT_WATCHES, .value = N_("FOLDER"), .kind = OQ_VALUE_FILE,
		.meaning = N_("where the audio goes; the folder out in the one that is watched "
			      "unless given")},
	{"format", 0, MEMBER(format), OQ_TRAIT_NAMES | OQ_TRAIT_WATCHES, .value = N_("EXTENSION"),
		.choices = "wav flac ogg opus mp3",
		.meaning = N_("the format of the audio: wav, flac, ogg, opus or mp3; wav unless "
			      "given")},
	{"settle", 0, MEMBER(settle_text), OQ_TRAIT_WATCHES, .value = N_("SECONDS"),
		.meaning = N_("how long a text must not have changed to be whole, 0 to 3600; 2 "
			      "unless given")},
	{"jobs", 'j', MEMBER(jobs_text), OQ_TRAIT_WRITES | OQ_TRAIT_TIMES, .value = N_("N"),
		.meaning = N_("how many processes speak at once; one for each processor unless "
			      "given")},
	{"sentences", 'S', MEMBER(sentences), OQ_TRAIT_PRINTS, .group = OQ_GROUP_FORM,
		.meaning = N_("print the sentences as they are written")},
	{"ipa", 'i', MEMBER(ipa), OQ_TRAIT_PRINTS, .group = OQ_GROUP_FORM,
		.meaning = N_("print the sounds of the voice (IPA)")},
	{"explain", 'x', MEMBER(explain), OQ_TRAIT_PRINTS, .group = OQ_GROUP_FORM,
		.meaning = N_("print what each part of a sentence became, and by which rule")},
	{"json", 'J', MEMBER(json), OQ_TRAIT_PRINTS | OQ_TRAIT_TIMES, .group = OQ_GROUP_FORM,
		.meaning = N_("print one JSON object a line")},
	{"forget", 0, MEMBER(forget), OQ_TRAIT_RECENT, .value = N_("TEXT"), .choices = "all",
		.meaning = N_(
			"forget the place and the bookmarks of a text, by its number or its name; "
			"all: of all texts")},
	{"quiet", 'q', MEMBER(quiet), OQ_TRAIT_ANY, .group = OQ_GROUP_TALK,
		.meaning = N_("no progress and no warnings, errors only")},
	{"verbose", 0, MEMBER(verbose), OQ_TRAIT_READS, .group = OQ_GROUP_TALK,
		.meaning = N_("say what is being done")},
	{"check", 0, MEMBER(check), OQ_TRAIT_SETS,
		.meaning = N_("print what is wrong in your config.ini, line by line")},
	{"help", 'h', MEMBER(help), OQ_TRAIT_ANY, .group = OQ_GROUP_ALONE,
		.meaning = N_("print help, on the command alone when one is named")},
	{"version", 'V', MEMBER(version), OQ_TRAIT_ANY, .group = OQ_GROUP_ALONE,
		.meaning = N_("print the version")},
};

const OqOption *
oq_options_table(gsize *n_options)
{
	*n_options = G_N_ELEMENTS(table);
	return table;
}
