/** The help of the objects of bpftool that are about something else than programs, maps, links and types. */

export const GEN_USAGE = `Usage: bpftool gen object OUTPUT_FILE INPUT_FILE [INPUT_FILE...]
       bpftool gen skeleton FILE [name OBJECT_NAME]
       bpftool gen subskeleton FILE [name OBJECT_NAME]
       bpftool gen min_core_btf INPUT OUTPUT OBJECT [OBJECT...]
       bpftool gen help

       OPTIONS := { {-j|--json} [{-p|--pretty}] | {-d|--debug} | {-l|--legacy} |
                    {-L|--use-loader} }
`;

export const CGROUP_USAGE = `Usage: bpftool cgroup { show | list } CGROUP [**effective**]
       bpftool cgroup tree [CGROUP_ROOT] [**effective**]
       bpftool cgroup attach CGROUP ATTACH_TYPE PROG [ATTACH_FLAGS]
       bpftool cgroup detach CGROUP ATTACH_TYPE PROG
       bpftool cgroup help

       ATTACH_TYPE := { cgroup_inet_ingress | cgroup_inet_egress |
                        cgroup_inet_sock_create | cgroup_sock_ops |
                        cgroup_device | cgroup_inet4_bind |
                        cgroup_inet6_bind | cgroup_inet4_post_bind |
                        cgroup_inet6_post_bind | cgroup_inet4_connect |
                        cgroup_inet6_connect | cgroup_inet4_getpeername |
                        cgroup_inet6_getpeername | cgroup_inet4_getsockname |
                        cgroup_inet6_getsockname | cgroup_udp4_sendmsg |
                        cgroup_udp6_sendmsg | cgroup_udp4_recvmsg |
                        cgroup_udp6_recvmsg | cgroup_sysctl |
                        cgroup_getsockopt | cgroup_setsockopt |
                        cgroup_inet_sock_release }
       ATTACH_FLAGS := { multi | override }
       PROG := { id PROG_ID | pinned FILE | tag PROG_TAG | name PROG_NAME }
       OPTIONS := { {-j|--json} [{-p|--pretty}] | {-d|--debug} | {-l|--legacy} |
                    {-f|--bpffs} }
`;

export const STRUCT_OPS_USAGE = `Usage: bpftool struct_ops { show | list } [STRUCT_OPS_MAP]
       bpftool struct_ops dump [STRUCT_OPS_MAP]
       bpftool struct_ops register OBJ
       bpftool struct_ops unregister STRUCT_OPS_MAP
       bpftool struct_ops help

       STRUCT_OPS_MAP := [ id STRUCT_OPS_MAP_ID | name STRUCT_OPS_MAP_NAME ]
       OPTIONS := { {-j|--json} [{-p|--pretty}] | {-d|--debug} | {-l|--legacy} }
`;

export const ITER_USAGE = `Usage: bpftool iter pin OBJ PATH [map MAP]
       bpftool iter help

       MAP := { id MAP_ID | pinned FILE | name MAP_NAME }
       OPTIONS := { {-j|--json} [{-p|--pretty}] | {-d|--debug} | {-l|--legacy} }
`;

export const PERF_USAGE = `Usage: bpftool perf { show | list }
       bpftool perf help }

       OPTIONS := { {-j|--json} [{-p|--pretty}] | {-d|--debug} | {-l|--legacy} }
`;

export const FEATURE_USAGE = `Usage: bpftool feature probe [COMPONENT] [full] [unprivileged] [macros [prefix PREFIX]]
       bpftool feature list_builtins GROUP
       bpftool feature help

       COMPONENT := { kernel | dev NAME }
       GROUP := { prog_types | map_types | attach_types | link_types | helpers }
       OPTIONS := { {-j|--json} [{-p|--pretty}] | {-d|--debug} | {-l|--legacy} }
`;
