# What stands beside the audio: subtitles that ffmpeg takes and the ear agrees with, words that are
# those of text --json, pictures and chapters that others can read, whatever the text is.
. "$(dirname -- "$0")/../common.sh"

for tool in ffmpeg python3; do
  if ! command -v "$tool" >/dev/null; then
    echo "skipped: there is no $tool here"
    exit 77
  fi
done
all=srt,vtt,json,chapters,chapters-json,ffmetadata,script,png,loudness,loudness-json

# takes FORMAT FILE...: ffmpeg reads it to its end without a word
takes() {
  format=$1
  shift
  for taken in "$@"; do
    said=$(ffmpeg -nostdin -v warning -i "$taken" -f "$format" - 2>&1 >/dev/null) ||
      fail "ffmpeg: $taken: $said"
    [ -z "$said" ] || fail "ffmpeg: $taken: $said"
  done
}

# cues FILE: their times, as ffmpeg has them
cues() {
  ffprobe -v error -show_entries packet=pts_time,duration_time -of csv=p=0 "$1"
}

# words FILE: source range and sound of each word; those of a sentence stand with "words" alone
words() {
  grep -o '{[^{]*"start":[0-9]*,"end":[0-9]*,"spoken":"[^"]*"' "$1" | sed 's/.*"start"/"start"/'
}

# check NAME TEXT [limits]: all that must hold for any text
check() {
  "$OQ_PROGRAM" text --json "$2" >"$work/$1.text"
  "$OQ_TOOLS/check_subtitles" "$work/$1.srt" "$work/$1.wav" ${3-} >"$work/tally"
  cat "$work/tally"
  takes srt "$work/$1.srt" "$work/$1.vtt"
  takes null "$work/$1.png"
  cues "$work/$1.srt" >"$work/cues.srt"
  cues "$work/$1.vtt" >"$work/cues.vtt"
  cmp "$work/cues.srt" "$work/cues.vtt"
  [ "$(wc -l <"$work/cues.srt")" -eq "$(grep -c ' --> ' "$work/$1.srt")" ] || fail "$1: cues are lost"
  words "$work/$1.text" >"$work/words.text"
  words "$work/$1.json" >"$work/words.json"
  cmp "$work/words.text" "$work/words.json"
  python3 - "$work/$1" <<'PYTHON' || fail "$1: what is written is wrong"
import json, sys, wave
name = sys.argv[1]
sound = wave.open(name + ".wav")
timeline = json.load(open(name + ".json", encoding="utf-8"))
assert timeline["rate_hz"] == sound.getframerate()
assert timeline["n_samples"] == sound.getnframes()
at = 0
for sentence in timeline["sentences"]:
    assert at <= sentence["sample"] < sentence["end_sample"] <= timeline["n_samples"], sentence
    assert len(sentence["text"].encode()) == sentence["end"] - sentence["start"], sentence
    assert "\n" not in sentence["text"]
    at = sentence["sample"]
    for word in sentence["words"]:
        assert at <= word["sample"] <= word["end_sample"] <= sentence["end_sample"], word
        at = word["sample"]
chapters = json.load(open(name + ".chapters.json", encoding="utf-8"))
assert chapters["version"] == "1.2.0" and chapters["chapters"][0]["startTime"] == 0
assert len(open(name + ".chapters.txt").readlines()) == len(chapters["chapters"])
open(name + ".script.txt", encoding="utf-8").read()
PYTHON
}

"$OQ_PROGRAM" render --quiet "$report" -o "$work/report.wav" --beside "$all"
check report "$report"
compared=$(sed 's/.* cues; \([0-9]*\) begin.*/\1/' "$work/tally")
[ "$compared" -ge 100 ] || fail "only $compared cues begin behind a pause"

# What was made ready to go on air begins with silence, and is another sound; compressed it is one more.
for format in mp3 opus; do
  "$OQ_PROGRAM" render --quiet --broadcast "$report" -o "$work/air.$format" --beside srt
  ffmpeg -nostdin -v error -y -i "$work/air.$format" -ac 1 -c:a pcm_s16le "$work/air.wav"
  "$OQ_TOOLS/check_subtitles" "$work/air.srt" "$work/air.wav"
  [ "$(sed -n 2p "$work/air.srt" | cut -c 1-12)" = 00:00:00,500 ] || fail "$format begins elsewhere"
done

# How loud it is, as ffmpeg measures it.
ffmpeg -nostdin -nostats -hide_banner -i "$work/report.wav" -af ebur128=peak=true -f null - 2>&1 |
  sed -n '/Summary/,$p' >"$work/ebur128"
python3 - "$work" <<'PYTHON' || fail "the loudness is wrong: $(cat "$work/report.loudness.json" "$work/ebur128")"
import json, re, sys
report = json.load(open(sys.argv[1] + "/report.loudness.json"))
heard = open(sys.argv[1] + "/ebur128").read()
for key, name, most in (("integrated_lufs", "I:", 0.1), ("range_lu", "LRA:", 0.3),
                        ("true_peak_dbtp", "Peak:", 0.2)):
    figure = float(re.search(re.escape(name) + r"\s+(-?[0-9.]+)", heard).group(1))
    assert abs(report[key] - figure) <= most, (key, report[key], figure)
assert open(sys.argv[1] + "/report.loudness.txt").read().count("\n") == 7
PYTHON

# Of several texts each is a chapter, which ffmpeg puts into a file that can have them.
printf 'Бірінші мәтін.\n' >"$work/a=1; b#.txt"
printf 'Екінші мәтін.\n' >"$work/b.txt"
"$OQ_PROGRAM" render --quiet "$work/a=1; b#.txt" "$work/b.txt" -o "$work/two.mp3" --beside ffmetadata \
  --author Автор
ffmpeg -nostdin -v error -i "$work/two.mp3" -i "$work/two.ffmetadata" -map_chapters 1 -codec copy \
  "$work/two.mka"
ffprobe -v error -show_chapters -show_format -of json "$work/two.mka" >"$work/two.json"
python3 - "$work/two.json" <<'PYTHON' || fail "chapters are not as they were"
import json, sys
told = json.load(open(sys.argv[1], encoding="utf-8"))
assert told["format"]["tags"]["ARTIST"] == "Автор", told  # what the audio told is still there
chapters = told["chapters"]
assert [c["tags"]["title"] for c in chapters] == ["a=1; b#", "b"], chapters
assert chapters[0]["end_time"] == chapters[1]["start_time"] != "0.000000", chapters
PYTHON

# What is hidden, written from the right, endless, or looks like a cue itself.
python3 - "$work/hostile.txt" <<'PYTHON'
import sys
with open(sys.argv[1], "w", encoding="utf-8", newline="\n") as text:
    text.write("Сөз\u200bдің \u202eіші\u202c \ufeffжасырын \u2066бел\u2069гі.\n\n")
    text.write("שלום עולם مرحبا بالعالم сәлем.\n\n")
    text.write("қазақ" * 2000 + "\n\n")
    text.write("Бір --> екі & <b>үш</b> {\\an8}төрт &amp; <00:00:01.000>бес.\n")
    text.write("00:00:01,000 --> 00:00:02,000\n00:01.000 --> 00:02.000\n\nWEBVTT\n\nNOTE бұл\n\n")
    text.write("1\n\n2\n\n123456789012345678901234567890 + +7 (727) 123-45-67 20 000 $5 млн\n\n")
    text.write("е\u0301\u0301 " + "а" + "\u0301" * 300 + " \U0001F468\u200d\U0001F469 🇰🇿\n\n")
    text.write("Иә. Жоқ. Иә! А? Бә. " * 20 + "\n\n")
    text.write("хабар-\nлама сөй\u00ad\nлем\n")
PYTHON
for speed in 60 300; do
  "$OQ_PROGRAM" render --quiet --speed "$speed" "$work/hostile.txt" -o "$work/hostile.wav" \
    --beside "$all"
  check hostile "$work/hostile.txt" limits
done

# What ffmpeg shows of SubRip, and what the W3C says of WebVTT, is what was written.
ffmpeg -nostdin -v error -i "$work/hostile.srt" -f srt -c:s text "$work/shown.srt"
python3 - "$work" <<'PYTHON' || fail "the text is not as it was written"
import html, sys, unicodedata
def plain(text):
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc"))
def payloads(name):
    blocks = open(sys.argv[1] + "/" + name, encoding="utf-8").read().split("\n\n")
    return [b[b.index("\n", b.index(" --> ")):] for b in blocks if " --> " in b]
srt = plain("".join(payloads("shown.srt")))
cues = payloads("hostile.vtt")
assert not any(s in cue for cue in cues for s in ("-->", "<")), "a cue within a cue"
assert srt == plain("".join(html.unescape(cue) for cue in cues))
for part in ("Бір-->екі&<b>үш</b>{\\an8}төрт&amp;<00:00:01.000>бес.", "хабарламасөйлем", "қазақ" * 2000,
             "00:00:01,000-->00:00:02,000", "WEBVTT", "NOTEбұл", "20000$5млн"):
    assert part in srt, part
PYTHON

# Nothing that is read is written over, and there is nothing beside a pipe.
cp "$report" "$work/text.srt"
! "$OQ_PROGRAM" render "$work/text.srt" -o "$work/text.wav" --beside vtt,srt 2>"$work/said" ||
  fail 'a text was written over'
grep -q 'text\.srt' "$work/said"
cmp "$report" "$work/text.srt"
[ ! -e "$work/text.wav" ] || fail 'there is audio'
mkdir "$work/book"
cp "$report" "$work/book/text.srt"
! "$OQ_PROGRAM" render "$work/book" -o "$work/book/text.wav" --beside srt 2>"$work/said" ||
  fail 'a text of a folder was written over'
cmp "$report" "$work/book/text.srt"
! "$OQ_PROGRAM" render "$report" -o raw:- --beside srt >"$work/pipe" 2>"$work/said" ||
  fail 'something stands beside a pipe of bare samples'
! "$OQ_PROGRAM" render "$report" -o - --beside srt >"$work/pipe" 2>"$work/said" ||
  fail 'something stands beside a pipe'
[ ! -s "$work/pipe" ] || fail 'the pipe has got sound'

# Neither the audio nor anything else is there when a part of it cannot be.
mkdir "$work/none" "$work/none/a.json"
! "$OQ_PROGRAM" render "$work/b.txt" -o "$work/none/a.wav" --beside "$all" 2>"$work/said" ||
  fail 'a folder was written over'
[ "$(ls -A "$work/none")" = a.json ] || fail "something was left: $(ls -A "$work/none")"

# On a disk that is full sooner or later, all is there or nothing.
mkdir "$work/disk"
if mount -t tmpfs -o size=700k tmpfs "$work/disk" 2>/dev/null; then
  trap 'umount "$work/disk"; rm -rf -- "$work"' EXIT
  for i in 1 2 3 4 5 6 7 8; do echo 'Бір екі үш төрт бес алты жеті сегіз тоғыз он.'; done >"$work/eight.txt"
  for taken in 0 400 450 500 520 530 540 550 560 600; do
    rm -f "$work/disk/"*
    head -c "${taken}k" /dev/zero >"$work/disk/taken"
    there='a.json a.ogg a.png a.script.txt a.srt taken'
    "$OQ_PROGRAM" render --quiet "$work/eight.txt" -o "$work/disk/a.ogg" --beside srt,json,png,script \
      2>"$work/said" || there=taken
    [ "$(ls -A "$work/disk" | tr '\n' ' ')" = "$there " ] || fail "left: $(ls -A "$work/disk")"
  done
  [ "$there" = taken ] || fail 'the disk was never full'
fi
