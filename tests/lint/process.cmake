# What belongs to the whole process is touched by named files alone: what is told to the user, the
# standard files, options, signals, the locale. A service or a window has neither that terminal nor
# those options. Comments and strings do not count.
include(${CMAKE_CURRENT_LIST_DIR}/lib/lint.cmake)

# only_in CALLS PATTERN: each further argument is "FILE or FOLDER/: why"
function(only_in kind pattern)
  list(APPEND kinds ${kind})
  set(kinds ${kinds} PARENT_SCOPE)
  set(pattern_of_${kind} "(^|[^A-Za-z0-9_])(${pattern})" PARENT_SCOPE)
  set(homes "")
  foreach(home IN LISTS ARGN)
    string(REGEX REPLACE ": .*" "" home "${home}")
    list(APPEND homes reader/${home})
  endforeach()
  set(homes_of_${kind} ${homes} PARENT_SCOPE)
endfunction()

# call NAMES...: a pattern of calls of one of these
function(call result)
  string(JOIN "|" names ${ARGN})
  set(${result} "(${names}) ?[(]" PARENT_SCOPE)
endfunction()

function(word result)
  string(JOIN "|" names ${ARGN})
  set(${result} "(${names})($|[^A-Za-z0-9_])" PARENT_SCOPE)
endfunction()

call(prints "g_print(err)?" "g_(message|warning|critical|info|debug)" "g_log(_structured)?" "v?[fd]?printf"
  "f?puts" "f?putc" putchar perror psignal fwrite "v?warnx?" "v?errx?")
word(streams stdout stderr)
word(options OqOptions)
word(standard_files "STD(IN|OUT|ERR)_FILENO")
call(forks v?fork "_?Fork" clone3? "posix_spawnp?" system popen daemon)
call(renumbers "dup[23]")
call(signals signal sigaction sigprocmask pthread_sigmask "g_unix_signal_[a-z_]+")
call(ends "_?exit" _Exit quick_exit)
call(locales setlocale uselocale)
call(folders "f?chdir" chroot umask)
call(reasons "g_strerror" "strerror(_r|_l)?" "strerrordesc_np")
call(environment "(g_)?(un)?setenv" putenv clearenv "g_set_prgname")

only_in(prints "${prints}|${streams}"
  "cli/: it is the program's face at the terminal"
  "desktop/main.c: it tells whoever looks into the session's log"
  "audio/playing/hush.c: what PortAudio prints goes through it, and no further")
only_in(options "${options}"
  "cli/: it reads them"
  "main.c: it hands them on")
only_in(standard_files "${standard_files}"
  "cli/: it is the program's face at the terminal"
  "main.c: it sees to it that they are open"
  "desktop/main.c: who has typed its name in a terminal is told that it runs"
  "dispatcher/main.c: Speech Dispatcher talks to it through them"
  "dispatcher/log.c: Speech Dispatcher keeps what comes from standard error"
  "home/keys/tty.c: keys come from standard input where that is a terminal"
  "base/processes/keeper.c: what it forks has none of the program's"
  "document/source.c: a file that is called - is standard input"
  "base/last_words.c: it is all that is left to say"
  "open/main.c: the file and the pipe are all that it has"
  "open/sandbox/tool.c: what starts programs has not that pipe"
  "audio/files/sink_file.c: a file that is called - is standard output")
only_in(forks "${forks}"
  "base/processes/nursery.c: the keeper, before there is a thread"
  "base/processes/keeper.c: the nursery, and another one when that has crashed"
  "base/processes/brood.c: the children"
  "open/sandbox/tool.c: what starts programs, before the rights are given up")
only_in(renumbers "${renumbers}"
  "base/processes/keeper.c: what it forks has none of the program's files"
  "open/sandbox/tool.c: neither has what starts programs")
only_in(signals "${signals}"
  "main.c: a closed pipe and a full disk are errors, not signals"
  "dispatcher/main.c: so is a closed pipe here"
  "cli/signals.c: Ctrl-C"
  "base/last_words.c: a full stack, where there is no memory for a message"
  "desktop/main.c: the session ends it"
  "base/processes/nursery.c: none may come before the keeper has chosen"
  "base/processes/keeper.c: those of the terminal are not for it"
  "base/processes/brood.c: a child gets its own"
  "open/sandbox/orphan.c: a clock"
  "home/keys/terminal.c: what becomes of the terminal is answered in the main loop"
  "home/keys/tty.c: what sets the terminal's modes is not to be stopped by that")
only_in(ends "${ends}"
  "base/last_words.c: there is nothing left to go on with"
  "cli/signals.c: Ctrl-C where the system holds the work"
  "base/processes/keeper.c: it is a process of its own"
  "open/main.c: what the libraries hold is not worth the time"
  "open/sandbox/orphan.c: nobody is left who would read"
  "open/sandbox/tool.c: what starts programs is a process of its own"
  "base/processes/brood.c: so is each child")
only_in(locales "${locales}"
  "base/locale.c: the language of the messages"
  "open/main.c: the names in zip files")
only_in(reasons "${reasons}"
  "base/reason.c: those that are common it says in the user's language"
  "open/loader.c: its program speaks no other language"
  "open/sandbox/box.c: neither does this one")
only_in(folders "${folders}")
only_in(environment "${environment}"
  "audio/playing/no_cookie.c: a client of the sound server finds no reason to write into the home"
  "audio/playing/introduce.c: the sound server learns by it who plays"
  "base/processes/keeper.c: libraries of what it forks shall find neither a server nor a home")

# What is code in the line; within a comment of several lines, which begin with a star, nothing.
function(code_of line result)
  string(REGEX REPLACE "\"[^\"]*\"" "" line "${line}")
  string(REGEX REPLACE "/[*][^*]*[*]/|/[*].*" "" line "${line}")
  if(line MATCHES "^[ \t]*[*]($|[ /])")
    set(line "")
  endif()
  set(${result} "${line}" PARENT_SCOPE)
endfunction()

function(check_line where file code)
  foreach(kind IN LISTS kinds)
    if(NOT code MATCHES "${pattern_of_${kind}}")
      continue()
    endif()
    string(STRIP "${CMAKE_MATCH_2}" found)
    get_filename_component(folder ${file} DIRECTORY)
    foreach(home IN ITEMS ${file} ${folder}/)
      if(home IN_LIST homes_of_${kind})
        set_property(GLOBAL PROPERTY ${kind}_in_${home} TRUE)
        set(found "")
      endif()
    endforeach()
    if(found)
      complain(${where} "${found} belongs to the whole process; tests/lint/process.cmake has who may touch it")
    endif()
  endforeach()
endfunction()

find_sources(files reader/*.c reader/*.h)
foreach(file IN LISTS files)
  read_lines(${file} lines)
  set(n 0)
  foreach(line IN LISTS lines)
    math(EXPR n "${n} + 1")
    code_of("${line}" code)
    if(code MATCHES "[A-Za-z]")
      check_line("${file}:${n}" ${file} "${code}")
    endif()
  endforeach()
endforeach()

# A file that no longer needs what it was named for is named no longer.
foreach(kind IN LISTS kinds)
  foreach(home IN LISTS homes_of_${kind})
    get_property(used GLOBAL PROPERTY ${kind}_in_${home})
    if(NOT used)
      complain(tests/lint/process.cmake "${home} is named for ${kind} and has none")
    endif()
  endforeach()
endforeach()
verdict()
