# weak_kfunc
.license "GPL"
.weak no_such_kernel_function_exists

.program asks section="tc" args=s:*void
    # SEC("tc") int asks(void *s) { return no_such_kernel_function_exists ? no_such_kernel_function_exists(1) : 5; }
    r0 = 5
    # SEC("tc") int asks(void *s) { return no_such_kernel_function_exists ? no_such_kernel_function_exists(1) : 5; }
    r1 = no_such_kernel_function_exists ll
    if r1 == 0 goto .Lasks_6
    # SEC("tc") int asks(void *s) { return no_such_kernel_function_exists ? no_such_kernel_function_exists(1) : 5; }
    r1 = 1
    call no_such_kernel_function_exists
.Lasks_6:
    # SEC("tc") int asks(void *s) { return no_such_kernel_function_exists ? no_such_kernel_function_exists(1) : 5; }
    exit

.program calls_it section="tc" args=s:*void
    # SEC("tc") int calls_it(void *s) { return no_such_kernel_function_exists(1); }
    r1 = 1
    call no_such_kernel_function_exists
    # SEC("tc") int calls_it(void *s) { return no_such_kernel_function_exists(1); }
    exit
