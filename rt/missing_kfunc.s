# missing_kfunc
.license "GPL"
.extern no_such_kernel_function_exists

.program calls_it section="tc" args=s:*void
    # SEC("tc") int calls_it(void *s) { return no_such_kernel_function_exists(1); }
    r1 = 1
    call no_such_kernel_function_exists
    # SEC("tc") int calls_it(void *s) { return no_such_kernel_function_exists(1); }
    exit

.program does_not section="tc" args=s:*void
    # SEC("tc") int does_not(void *s) { return 0; }
    r0 = 0
    exit
