# No unit test looks at a clock or sleeps: whether it passes must not depend on how busy the machine is.
# Work is counted in steps (tests/lib/steps.h), waiting is done for what is waited for.
include(${CMAKE_CURRENT_LIST_DIR}/lib/lint.cmake)

# Each line: a file of tests/unit, # why it has to know the time.
set(excepted
  "audio/playing/test_feed.c" # what is heard by now is a question about the time
)

string(JOIN "|" clocks "g_test_timer_[a-z]+" "g_timer_[a-z_]+" "g_get_(monotonic|real)_time"
  "g_date_time_new_now[a-z_]*" "clock_(gettime|nanosleep)" "gettimeofday" "getrusage" "times?" "clock" "alarm"
  "[gs]etitimer" "timer_[a-z]+" "timerfd_[a-z]+" "g_timeout_[a-z_]+" "(g_u|u|nano)?sleep" "thrd_sleep"
  "(sem|mq|pthread)_[a-z_]*(timed|clock)[a-z_]*" "g_cond_wait_until" "g_async_queue_timeout_[a-z]+")

find_sources(files tests/unit/*.c tests/lib/*.c tests/lib/*.h)
foreach(file ${files})
  string(REPLACE "tests/unit/" "" name ${file})
  read_lines(${file} lines)
  set(n 0)
  foreach(line IN LISTS lines)
    math(EXPR n "${n} + 1")
    if(line MATCHES "(^|[^a-z_A-Z0-9])((${clocks})[(])" AND NOT name IN_LIST excepted)
      complain("${file}:${n}" "${CMAKE_MATCH_2}) is a clock; see tests/lib/steps.h")
    endif()
  endforeach()
endforeach()
verdict()
