/** Types of Linux 6.18.44, written by scripts/record-vmlinux-btf.mjs; the format is described in vmlinux.ts. */
export const VMLINUX_TYPES = `
struct bpf_map 296 sha:589:0 excl:590:256 ops:591:320 inner_map_meta:592:384 security:593:448 map_type:594:512 key_size:590:544 value_size:590:576 max_entries:590:608 map_extra:595:640 map_flags:590:704 id:590:736 record:596:768 numa_node:597:832 btf_key_type_id:590:864 btf_value_type_id:590:896 btf_vmlinux_value_type_id:590:928 btf:598:960 objcg:599:1024 name:600:1088 freeze_mutex:106:1216 refcnt:601:1472 usercnt:601:1536 -:116:1600 writecnt:601:1856 owner_lock:602:1920 owner:603:1984 bypass_spec_v1:604:2048 frozen:604:2056 init_private:605:2064 free_after_mult_rcu_gp:604:2072 free_after_rcu_gp:604:2080 sleepable_refcnt:601:2112 elem_count:606:2176 cookie:595:2240 excl_prog_sha:607:2304
struct bpf_array 312 map:1:0 elem_size:590:2368 index_mask:590:2400 aux:608:2432 -:121:2496
struct bpf_htab 832 map:1:0 ma:73:2368 pcpu_ma:73:2880 buckets:609:3392 elems:593:3456 -:126:3584 extra_elems:610:5632 pcount:132:5696 count:611:6016 use_percpu_counter:604:6048 n_buckets:590:6080 elem_size:590:6112 hashrnd:590:6144
struct bpf_stack_map 320 map:1:0 elems:593:2368 freelist:127:2432 n_buckets:590:2496 buckets:612:2560
struct lpm_trie 400 map:1:0 root:613:2368 ma:73:2432 n_entries:614:2944 max_prefixlen:614:3008 data_size:614:3072 lock:615:3136
struct bpf_dtab 344 map:1:0 netdev_map:616:2368 list:115:2432 dev_index_head:617:2560 index_lock:602:2624 items:618:2656 n_buckets:590:2688
struct bpf_stab 376 map:1:0 sks:619:2368 progs:133:2432 lock:602:2944
struct bpf_shtab 384 map:1:0 buckets:620:2368 buckets_num:590:2432 elem_size:590:2464 progs:133:2496 count:611:3008
struct bpf_cpu_map 304 map:1:0 cpu_map:621:2368
struct xsk_map 304 map:1:0 lock:602:2368 count:611:2400 xsk_map:622:2432
struct bpf_cgroup_storage_map 328 map:1:0 lock:602:2368 root:134:2432 list:115:2496
struct reuseport_array 296 map:1:0 ptrs:623:2368
struct bpf_queue_stack 312 map:1:0 lock:615:2368 head:590:2400 tail:590:2432 size:590:2464 elements:624:2496
struct bpf_local_storage_map 448 map:1:0 buckets:625:2368 bucket_log:590:2432 elem_size:626:2464 cache_idx:626:2480 selem_ma:73:2496 storage_ma:73:3008 bpf_ma:604:3520
struct bpf_struct_ops_map 512 map:1:0 st_ops_desc:627:2368 lock:106:2432 links:628:2688 ksyms:629:2752 funcs_cnt:590:2816 image_pages_cnt:590:2848 image_pages:630:2880 btf:598:3392 uvalue:631:3456 kvalue:135:3584
struct bpf_ringbuf_map 304 map:1:0 rb:632:2368
struct bpf_bloom_filter 312 map:1:0 bitset_mask:590:2368 hash_seed:590:2400 nr_hash_funcs:590:2432 bitset:633:2496
struct bpf_arena 400 map:1:0 user_vm_start:595:2368 user_vm_end:595:2432 kern_vm:634:2496 rt:138:2560 vma_list:115:2816 lock:106:2944
struct task_struct 3264 thread_info:140:0 __state:618:192 saved_state:618:224 stack:593:256 usage:635:320 flags:618:352 ptrace:618:384 on_cpu:597:416 wake_entry:141:448 wakee_flips:618:576 wakee_flip_decay_ts:636:640 last_wakee:637:704 recent_used_cpu:597:768 wake_cpu:597:800 on_rq:597:832 prio:597:864 static_prio:597:896 normal_prio:597:928 rt_priority:618:960 se:144:1024 rt:149:3072 dl:150:3648 dl_server:638:5568 sched_class:639:5632 sched_task_group:640:5696 sched_throttle_work:118:5760 throttle_node:115:5888 throttled:604:6016 stats:152:6144 preempt_notifiers:153:6144 btrace_seq:618:6208 policy:618:6240 max_allowed_capacity:636:6272 nr_cpus_allowed:597:6336 cpus_ptr:641:6400 user_cpus_ptr:642:6464 cpus_mask:643:6528 migration_pending:593:6784 migration_disabled:644:6848 migration_flags:644:6864 rcu_read_lock_nesting:597:6880 rcu_read_unlock_special:154:6912 rcu_node_entry:115:6976 rcu_blocked_node:645:7104 rcu_tasks_nvcsw:636:7168 rcu_tasks_holdout:605:7232 rcu_tasks_idx:605:7240 rcu_tasks_idle_cpu:597:7264 rcu_tasks_holdout_list:115:7296 rcu_tasks_exit_cpu:597:7424 rcu_tasks_exit_list:115:7488 trc_reader_nesting:597:7616 trc_ipi_to_cpu:597:7648 trc_reader_special:154:7680 trc_holdout_list:115:7744 trc_blkd_node:115:7872 trc_blkd_cpu:597:8000 sched_info:156:8064 tasks:115:8448 pushable_tasks:157:8576 pushable_dl_tasks:146:8896 mm:646:9088 active_mm:646:9152 faults_disabled_mapping:647:9216 exit_state:597:9280 exit_code:597:9312 exit_signal:597:9344 pdeath_signal:597:9376 jobctl:636:9408 personality:618:9472 sched_reset_on_fork:618:9504:1 sched_contributes_to_load:618:9505:1 sched_migrated:618:9506:1 sched_task_hot:618:9507:1 sched_remote_wakeup:618:9536:1 sched_rt_mutex:618:9537:1 user_dumpable:618:9538:1 in_execve:618:9539:1 init_private_fork_class:618:9540:4 in_iowait:618:9544:1 restore_sigmask:618:9545:1 in_user_fault:618:9546:1 no_cgroup_migration:618:9547:1 frozen:618:9548:1 use_memdelay:618:9549:1 in_memstall:618:9550:1 in_eventfd:618:9551:1 reported_split_lock:618:9552:1 in_thrashing:618:9553:1 in_nf_duplicate:618:9554:1 atomic_flags:636:9600 restart_block:158:9664 pid:648:10112 tgid:648:10144 stack_canary:636:10176 real_parent:637:10240 parent:637:10304 children:115:10368 sibling:115:10496 group_leader:637:10624 ptraced:115:10688 ptrace_entry:115:10816 thread_pid:649:10944 pid_links:650:11008 thread_node:115:11520 vfork_done:651:11648 set_child_tid:652:11712 clear_child_tid:652:11776 worker_private:593:11840 utime:595:11904 stime:595:11968 gtime:595:12032 prev_cputime:165:12096 nvcsw:636:12288 nivcsw:636:12352 start_time:595:12416 start_boottime:595:12480 min_flt:636:12544 maj_flt:636:12608 posix_cputimers:166:12672 posix_cputimers_work:169:13312 ptracer_cred:653:13760 real_cred:653:13824 cred:653:13888 cached_requested_key:654:13952 comm:600:14016 nameidata:655:14144 sysvsem:170:14208 sysvshm:171:14272 last_switch_count:636:14400 last_switch_time:636:14464 fs:656:14528 files:657:14592 io_uring:658:14656 nsproxy:659:14720 signal:660:14784 sighand:661:14848 blocked:662:14912 real_blocked:662:14976 saved_sigmask:662:15040 pending:173:15104 sas_ss_sp:636:15296 sas_ss_size:614:15360 sas_ss_flags:618:15424 task_works:663:15488 audit_context:664:15552 loginuid:665:15616 sessionid:618:15648 seccomp:175:15680 syscall_dispatch:176:15808 parent_exec_id:595:16064 self_exec_id:595:16128 alloc_lock:602:16192 pi_lock:666:16224 wake_q:177:16256 pi_waiters:139:16320 pi_top_task:637:16448 pi_blocked_on:667:16512 blocked_on:668:16576 blocker:636:16640 journal_info:593:16704 bio_list:669:16768 plug:670:16832 reclaim_state:671:16896 io_context:672:16960 capture_control:673:17024 ptrace_message:636:17088 last_siginfo:674:17152 ioac:178:17216 psi_flags:618:17664 acct_rss_mem1:595:17728 acct_vm_mem1:595:17792 acct_timexpd:595:17856 mems_allowed:675:17920 mems_allowed_seq:676:18944 cpuset_mem_spread_rotor:597:18976 cgroups:677:19008 cg_list:115:19072 robust_list:678:19200 compat_robust_list:679:19264 pi_state_list:115:19328 pi_state_cache:680:19456 futex_exit_mutex:106:19520 futex_state:618:19776 perf_recursion:681:19808 perf_event_ctxp:682:19840 perf_event_mutex:106:19904 perf_event_list:115:20160 perf_ctx_data:683:20288 mempolicy:684:20352 il_prev:685:20416 il_weight:605:20432 pref_node_fork:685:20448 numa_scan_seq:597:20480 numa_scan_period:618:20512 numa_scan_period_max:618:20544 numa_preferred_nid:597:20576 numa_migrate_retry:636:20608 node_stamp:595:20672 last_task_numa_placement:595:20736 last_sum_exec_runtime:595:20800 numa_work:118:20864 numa_group:686:20992 numa_faults:687:21056 total_numa_faults:636:21120 numa_faults_locality:688:21184 numa_pages_migrated:636:21376 rseq:689:21440 rseq_len:590:21504 rseq_sig:590:21536 rseq_event_mask:636:21568 mm_cid:597:21632 last_mm_cid:597:21664 migrate_from_cpu:597:21696 mm_cid_active:597:21728 cid_work:118:21760 tlb_ubc:182:21888 splice_pipe:690:22272 task_frag:184:22336 delays:691:22464 nr_dirtied:597:22528 nr_dirtied_pause:597:22560 dirty_paused_when:636:22592 timer_slack_ns:595:22656 default_timer_slack_ns:595:22720 trace_recursion:636:22784 memcg_in_oom:692:22848 memcg_nr_pages_over_high:618:22912 active_memcg:692:22976 objcg:599:23040 throttle_disk:693:23104 utask:694:23168 kmap_ctrl:185:23232 rcu:118:23232 rcu_users:635:23360 pagefault_disabled:597:23392 oom_reaper_list:637:23424 oom_reaper_timer:59:23488 stack_vm_area:634:23808 stack_refcount:635:23872 security:593:23936 bpf_storage:695:24000 bpf_ctx:696:24064 bpf_net_context:697:24128 kstack_offset:590:24192 l1d_flush_kill:118:24256 unwind_info:186:24384 thread:189:24704
struct mm_struct 1472 -:191:0 cpu_bitmap:633:11776
struct css_set 544 subsys:698:0 refcount:635:768 dom_cset:677:832 dfl_cgrp:699:896 nr_tasks:597:960 tasks:115:1024 mg_tasks:115:1152 dying_tasks:115:1280 task_iters:115:1408 e_cset_node:700:1536 threaded_csets:115:3072 threaded_csets_node:115:3200 hlist:164:3328 cgrp_links:115:3456 mg_src_preload_node:115:3584 mg_dst_preload_node:115:3712 mg_node:115:3840 mg_src_cgrp:699:3968 mg_dst_cgrp:699:4032 mg_dst_cset:677:4096 dead:604:4160 callback_head:118:4224
struct cgroup 2240 self:200:0 flags:636:1664 level:597:1728 max_depth:597:1760 nr_descendants:597:1792 nr_dying_descendants:597:1824 max_descendants:597:1856 nr_populated_csets:597:1888 nr_populated_domain_children:597:1920 nr_populated_threaded_children:597:1952 nr_threaded_children:597:1984 kill_seq:618:2016 kn:701:2048 procs_file:203:2112 events_file:203:2560 psi_files:702:3008 subtree_control:626:4352 subtree_ss_mask:626:4368 old_subtree_control:626:4384 old_subtree_ss_mask:626:4400 subsys:698:4416 nr_dying_subsys:703:5184 root:704:5568 cset_links:115:5632 e_csets:700:5760 dom_cgrp:699:7296 old_dom_cgrp:699:7360 rstat_base_cpu:705:7424 _pad_:204:7680 last_bstat:205:7680 bstat:205:7936 prev_cputime:165:8192 pidlists:115:8384 pidlist_mutex:106:8512 offline_waitq:706:8768 release_agent_work:117:8960 psi:707:9216 bpf:208:9280 freezer:209:17472 bpf_cgrp_storage:695:17728 ancestors:708:17792
struct kernfs_node 136 count:611:0 active:611:32 __parent:701:64 name:709:128 rb:146:192 ns:710:384 hash:618:448 flags:644:480 mode:711:496 -:210:512 id:595:768 priv:593:832 iattr:712:896 rcu:118:960
struct cred 184 usage:713:0 uid:665:64 gid:714:96 suid:665:128 sgid:714:160 euid:665:192 egid:714:224 fsuid:665:256 fsgid:714:288 securebits:618:320 cap_inheritable:715:384 cap_permitted:715:448 cap_effective:715:512 cap_bset:715:576 cap_ambient:715:640 jit_keyring:716:704 session_keyring:654:768 process_keyring:654:832 thread_keyring:654:896 request_key_auth:654:960 security:593:1024 user:717:1088 user_ns:718:1152 ucounts:719:1216 group_info:720:1280 -:216:1344
struct pid 144 count:635:0 level:618:32 lock:602:64 -:217:128 tasks:721:512 inodes:153:768 wait_pidfd:706:832 rcu:118:1024 numbers:722:1152
struct nsproxy 72 count:635:0 uts_ns:723:64 ipc_ns:724:128 mnt_ns:725:192 pid_ns_for_children:726:256 net_ns:727:320 time_ns:728:384 time_ns_for_children:728:448 cgroup_ns:729:512
struct file 184 f_lock:602:0 f_mode:730:32 f_op:731:64 f_mapping:647:128 private_data:593:192 f_inode:732:256 f_flags:618:320 f_iocb_flags:618:352 f_cred:653:384 f_owner:733:448 -:219:512 -:220:640 f_pos:734:896 f_security:593:960 f_wb_err:735:1024 f_sb_err:735:1056 f_ep:617:1088 -:221:1152 f_ref:736:1408
struct inode 616 i_mode:711:0 i_opflags:644:16 i_uid:665:32 i_gid:714:64 i_flags:618:96 i_acl:737:128 i_default_acl:737:192 i_op:738:256 i_sb:739:320 i_mapping:647:384 i_security:593:448 i_ino:636:512 -:225:576 i_rdev:740:608 i_size:734:640 i_atime_sec:741:704 i_mtime_sec:741:768 i_ctime_sec:741:832 i_atime_nsec:590:896 i_mtime_nsec:590:928 i_ctime_nsec:590:960 i_generation:590:992 i_lock:602:1024 i_bytes:644:1056 i_blkbits:605:1072 i_write_hint:742:1080 i_blocks:743:1088 i_state:744:1152 i_rwsem:195:1216 dirtied_when:636:1536 dirtied_time_when:636:1600 i_hash:164:1664 i_io_list:115:1792 i_wb:745:1920 i_wb_frn_winner:597:1984 i_wb_frn_avg_time:626:2016 i_wb_frn_history:626:2032 i_lru:115:2048 i_kept:142:2176 i_sb_list:115:2240 i_wb_list:115:2368 -:226:2496 i_version:601:2624 i_sequence:601:2688 i_count:611:2752 i_dio_count:611:2784 i_writecount:611:2816 i_readcount:611:2848 -:227:2880 i_flctx:746:2944 i_data:228:3008 -:230:4544 -:231:4672 i_fsnotify_mask:747:4736 i_fsnotify_marks:748:4800 i_private:593:4864
struct dentry 192 d_flags:618:0 d_seq:676:32 d_hash:232:64 d_parent:749:192 -:233:256 d_inode:732:384 d_shortname:237:448 d_op:750:768 d_sb:739:832 d_time:636:896 d_fsdata:593:960 d_lockref:238:1024 -:241:1088 d_sib:164:1216 d_children:153:1344 d_u:242:1408
struct path 16 mnt:751:0 dentry:749:64
struct sk_buff 224 -:243:0 sk:752:192 -:246:256 cb:753:320 -:247:704 _nfct:636:832 len:618:896 data_len:618:928 mac_len:754:960 hdr_len:754:976 queue_mapping:754:992 __cloned_offset:755:1008 cloned:756:1008:1 nohdr:756:1009:1 fclone:756:1010:2 peeked:756:1012:1 head_frag:756:1013:1 pfmemalloc:756:1014:1 pp_recycle:756:1015:1 active_extensions:756:1016 -:249:1024 tail:757:1472 end:757:1504 head:758:1536 data:758:1600 truesize:618:1664 users:635:1696 extensions:759:1728
struct sock_common 136 -:258:0 -:260:64 -:261:96 skc_family:644:128 skc_state:760:144 skc_reuse:716:152:4 skc_reuseport:716:156:1 skc_ipv6only:716:157:1 skc_net_refcnt:716:158:1 skc_bound_dev_if:597:160 -:263:192 skc_prot:761:320 skc_net:762:384 skc_v6_daddr:265:448 skc_v6_rcv_saddr:265:576 skc_cookie:601:704 -:267:768 skc_dontcopy_begin:763:832 -:268:832 skc_tx_queue_mapping:644:960 skc_rx_queue_mapping:644:976 -:270:992 skc_refcnt:635:1024 skc_dontcopy_end:763:1056 -:271:1056
struct sock 784 __sk_common:32:0 __cacheline_group_begin__sock_write_rx:755:1088 sk_drops:611:1088 sk_peek_off:764:1120 sk_error_queue:272:1152 sk_receive_queue:272:1344 sk_backlog:276:1536 __cacheline_group_end__sock_write_rx:755:1728 __cacheline_group_begin__sock_read_rx:755:1728 sk_rx_dst:765:1728 sk_rx_dst_ifindex:597:1792 sk_rx_dst_cookie:590:1824 sk_ll_usec:618:1856 sk_napi_id:618:1888 sk_busy_poll_budget:626:1920 sk_prefer_busy_poll:605:1936 sk_userlocks:605:1944 sk_rcvbuf:597:1952 sk_filter:766:1984 -:277:2048 sk_data_ready:767:2112 sk_rcvtimeo:768:2176 sk_rcvlowat:597:2240 __cacheline_group_end__sock_read_rx:755:2272 __cacheline_group_begin__sock_read_rxtx:755:2272 sk_err:597:2272 sk_socket:769:2304 sk_memcg:692:2368 sk_policy:770:2432 __cacheline_group_end__sock_read_rxtx:755:2560 __cacheline_group_begin__sock_write_rxtx:755:2560 sk_lock:771:2560 sk_reserved_mem:590:2816 sk_forward_alloc:597:2848 sk_tsflags:590:2880 __cacheline_group_end__sock_write_rxtx:755:2912 __cacheline_group_begin__sock_write_tx:755:2912 sk_write_pending:597:2912 sk_omem_alloc:611:2944 sk_err_soft:597:2976 sk_wmem_queued:597:3008 sk_wmem_alloc:635:3040 sk_tsq_flags:636:3072 -:279:3136 sk_write_queue:272:3200 sk_dst_pending_confirm:590:3392 sk_pacing_status:590:3424 sk_frag:184:3456 sk_timer:59:3584 sk_pacing_rate:636:3904 sk_zckey:611:3968 sk_tskey:611:4000 __cacheline_group_end__sock_write_tx:755:4032 __cacheline_group_begin__sock_read_tx:755:4032 sk_max_pacing_rate:636:4032 sk_sndtimeo:768:4096 sk_priority:590:4160 sk_mark:590:4192 sk_uid:665:4224 sk_protocol:626:4256 sk_type:626:4272 sk_dst_cache:765:4288 sk_route_caps:772:4352 sk_gso_type:626:4416 sk_gso_max_segs:626:4432 sk_gso_max_size:618:4448 sk_allocation:773:4480 sk_txhash:590:4512 sk_sndbuf:597:4544 sk_pacing_shift:605:4576 sk_use_task_frag:604:4584 __cacheline_group_end__sock_read_tx:755:4592 sk_gso_disabled:605:4592:1 sk_kern_sock:605:4593:1 sk_no_check_tx:605:4594:1 sk_no_check_rx:605:4595:1 sk_shutdown:605:4600 sk_lingertime:636:4608 sk_prot_creator:761:4672 sk_callback_lock:774:4736 sk_ack_backlog:590:4800 sk_max_ack_backlog:590:4832 sk_ino:636:4864 sk_peer_lock:602:4928 sk_bind_phc:597:4960 sk_peer_pid:649:4992 sk_peer_cred:653:5056 sk_stamp:775:5120 sk_disconnects:597:5184 -:284:5216 sk_clockid:605:5224 sk_txtime_deadline_mode:605:5232:1 sk_txtime_report_errors:605:5233:1 sk_txtime_unused:605:5234:6 sk_bpf_cb_flags:605:5240 sk_user_data:593:5248 sk_security:593:5312 sk_cgrp_data:286:5376 sk_state_change:767:5504 sk_write_space:767:5568 sk_error_report:767:5632 sk_backlog_rcv:776:5696 sk_destruct:767:5760 sk_reuseport_cb:777:5824 sk_bpf_storage:695:5888 sk_drop_counters:778:5952 sk_rcu:118:6016 ns_tracker:779:6144 sk_user_frags:229:6144
struct inet_sock 1016 sk:33:0 pinet6:780:6272 ipv6_fl_list:781:6336 inet_flags:636:6400 inet_saddr:782:6464 uc_ttl:783:6496 inet_sport:784:6512 inet_opt:785:6528 inet_id:611:6592 tos:756:6624 min_ttl:756:6632 mc_ttl:756:6640 pmtudisc:756:6648 rcv_tos:756:6656 convert_csum:756:6664 uc_index:597:6688 mc_index:597:6720 mc_addr:782:6752 local_port_range:590:6784 mc_list:786:6848 cork:287:6912
struct socket 128 state:787:0 type:685:32 flags:636:64 file:788:128 sk:752:192 ops:789:256 wq:299:512
struct xdp_buff 56 data:593:0 data_end:593:64 data_meta:593:128 data_hard_start:593:192 rxq:790:256 txq:791:320 -:300:384
struct pt_regs 168 r15:636:0 r14:636:64 r13:636:128 r12:636:192 bp:636:256 bx:636:320 r11:636:384 r10:636:448 r9:636:512 r8:636:576 ax:636:640 cx:636:704 dx:636:768 si:636:832 di:636:896 orig_ax:636:960 ip:636:1024 -:302:1088 flags:636:1152 sp:636:1216 -:304:1280
struct nf_hook_state 48 hook:605:0 pf:605:8 in:792:64 out:792:128 sk:752:192 net:727:256 okfn:793:320
struct seq_file 120 buf:607:0 size:614:64 from:614:128 count:614:192 pad_until:614:256 index:734:320 read_pos:734:384 lock:106:448 op:794:704 poll_event:597:768 file:795:832 private:593:896
struct linux_binprm 408 vma:796:0 vma_pages:636:64 argmin:636:128 mm:646:192 p:636:256 have_execfd:618:320:1 execfd_creds:618:321:1 secureexec:618:322:1 point_of_no_return:618:323:1 comm_from_dentry:618:324:1 is_check:618:325:1 executable:788:384 interpreter:788:448 file:788:512 cred:797:576 unsafe:597:640 per_clear:618:672 argc:597:704 envc:597:736 filename:709:768 interp:709:832 fdpath:709:896 interp_flags:618:960 execfd:597:992 exec:636:1024 rlim_stack:306:1088 buf:798:1216
struct bpf_iter_meta 24 -:307:0 session_id:595:64 seq_num:595:128
struct bpf_iter__task 16 -:308:0 -:309:64
struct bpf_iter__bpf_map 16 -:308:0 -:310:64
struct bpf_iter__bpf_map_elem 32 -:308:0 -:310:64 -:311:128 -:312:192
struct bpf_dynptr 16 __opaque:799:0
struct bpf_timer 16 __opaque:799:0
struct bpf_wq 16 __opaque:799:0
struct bpf_task_work 8 __opaque:800:0
struct bpf_spin_lock 4 val:747:0
struct bpf_res_spin_lock 4 val:590:0
struct bpf_list_head 16 __opaque:799:0
struct bpf_list_node 24 __opaque:801:0
struct bpf_rb_root 16 __opaque:799:0
struct bpf_rb_node 32 __opaque:802:0
struct bpf_refcount 4 __opaque:803:0
struct bpf_cpumask 40 cpumask:643:0 usage:635:256
struct vm_area_struct 192 -:313:0 vm_mm:646:128 vm_page_prot:804:192 -:316:256 vm_lock_seq:618:320 anon_vma_chain:115:384 anon_vma:805:512 vm_ops:806:576 vm_pgoff:636:640 vm_file:788:704 vm_private_data:593:768 swap_readahead_info:713:832 vm_policy:684:896 numab_state:807:960 vm_refcnt:635:1024 shared:317:1088 vm_userfaultfd_ctx:318:1344 pfnmap_track_ctx:808:1408
struct hrtimer 64 node:151:0 _softexpires:775:256 function:809:320 base:810:384 state:605:448 is_rel:605:456 is_soft:605:464 is_hard:605:472
struct timer_list 40 entry:164:0 expires:636:128 function:811:192 flags:590:256
struct bpf_map_owner 40 type:812:0 jited:604:32 xdp_has_frags:604:40 storage_cookie:813:64 attach_func_proto:814:192 expected_attach_type:815:256
struct bpf_map_ops 352 map_alloc_check:816:0 map_alloc:817:64 map_release:818:128 map_free:819:192 map_get_next_key:820:256 map_release_uref:819:320 map_lookup_elem_sys_only:821:384 map_lookup_batch:822:448 map_lookup_and_delete_elem:823:512 map_lookup_and_delete_batch:822:576 map_update_batch:824:640 map_delete_batch:822:704 map_lookup_elem:821:768 map_update_elem:825:832 map_delete_elem:826:896 map_push_elem:827:960 map_pop_elem:826:1024 map_peek_elem:826:1088 map_lookup_percpu_elem:828:1152 map_get_hash:829:1216 map_fd_get_ptr:830:1280 map_fd_put_ptr:831:1344 map_gen_lookup:832:1408 map_fd_sys_lookup_elem:833:1472 map_seq_show_elem:834:1536 map_check_btf:835:1600 map_poke_track:836:1664 map_poke_untrack:837:1728 map_poke_run:838:1792 map_direct_value_addr:839:1856 map_direct_value_meta:840:1920 map_mmap:841:1984 map_poll:842:2048 map_get_unmapped_area:843:2112 map_local_storage_charge:844:2176 map_local_storage_uncharge:845:2240 map_owner_storage_ptr:846:2304 map_redirect:847:2368 map_meta_equal:848:2432 map_set_for_each_callback_args:849:2496 map_for_each_callback:850:2560 map_mem_usage:851:2624 map_btf_id:652:2688 iter_seq_info:852:2752
struct btf 240 data:593:0 init_private:605:64 types:853:128 resolved_ids:854:192 resolved_sizes:854:256 strings:709:320 nohdr_data:593:384 hdr:319:448 nr_types:590:640 types_size:590:672 data_size:590:704 refcnt:635:736 id:590:768 rcu:118:832 kfunc_set_tab:855:960 dtor_kfunc_tab:856:1024 struct_meta_tab:857:1088 struct_ops_tab:858:1152 base_btf:598:1216 start_id:590:1280 start_str_off:590:1312 name:859:1344 kernel_btf:604:1792 base_id_map:860:1856
struct net_device 2496 __cacheline_group_begin__net_device_read_tx:755:0 -:320:0 netdev_ops:861:64 header_ops:862:128 _tx:863:192 gso_partial_features:772:256 real_num_tx_queues:618:320 gso_max_size:618:352 gso_ipv4_max_size:618:384 gso_max_segs:626:416 num_tc:864:432 mtu:618:448 needed_headroom:644:480 tc_to_txq:865:496 xps_maps:866:1024 nf_hooks_egress:867:1152 tcx_egress:868:1216 __cacheline_group_end__net_device_read_tx:755:1280 __cacheline_group_begin__net_device_read_txrx:755:1280 -:323:1280 state:636:1344 flags:618:1408 hard_header_len:644:1440 features:772:1472 ip6_ptr:869:1536 __cacheline_group_end__net_device_read_txrx:755:1600 __cacheline_group_begin__net_device_read_rx:755:1600 xdp_prog:870:1600 ptype_specific:115:1664 ifindex:597:1792 real_num_rx_queues:618:1824 _rx:871:1856 gro_max_size:618:1920 gro_ipv4_max_size:618:1952 rx_handler:872:1984 rx_handler_data:593:2048 nd_net:762:2112 tcx_ingress:868:2176 __cacheline_group_end__net_device_read_rx:755:2240 name:600:2240 name_node:873:2368 ifalias:874:2432 mem_end:636:2496 mem_start:636:2560 base_addr:636:2624 dev_list:115:2688 napi_list:115:2816 unreg_list:115:2944 close_list:115:3072 ptype_all:115:3200 adj_list:324:3328 xdp_features:875:3584 xdp_metadata_ops:876:3648 xsk_tx_metadata_ops:877:3712 gflags:644:3776 needed_tailroom:644:3792 hw_features:772:3840 wanted_features:772:3904 vlan_features:772:3968 hw_enc_features:772:4032 mpls_features:772:4096 mangleid_features:772:4160 min_mtu:618:4224 max_mtu:618:4256 type:644:4288 min_header_len:716:4304 name_assign_type:716:4312 group:597:4320 stats:325:4352 core_stats:878:5824 carrier_up_count:611:5888 carrier_down_count:611:5920 ethtool_ops:879:5952 l3mdev_ops:880:6016 ndisc_ops:881:6080 operstate:618:6144 link_mode:716:6176 if_port:716:6184 dma:716:6192 perm_addr:882:6200 addr_assign_type:716:6456 addr_len:716:6464 upper_level:716:6472 lower_level:716:6480 threaded:605:6488 neigh_priv_len:644:6496 dev_id:644:6512 dev_port:644:6528 irq:597:6560 priv_len:590:6592 addr_list_lock:602:6624 uc:349:6656 mc:349:6912 dev_addrs:349:7168 queues_kset:883:7424 promiscuity:618:7488 allmulti:618:7520 uc_promisc:604:7552 ip_ptr:884:7616 fib_nh_head:153:7680 dev_addr:885:7744 num_rx_queues:618:7808 xdp_zc_max_segs:618:7840 ingress_queue:863:7872 nf_hooks_ingress:867:7936 broadcast:882:8000 rx_cpu_rmap:886:8256 index_hlist:164:8320 num_tx_queues:618:8448 qdisc:887:8512 tx_queue_len:618:8576 tx_global_lock:602:8608 xdp_bulkq:888:8640 qdisc_hash:889:8704 watchdog_timer:59:9728 watchdog_timeo:597:10048 watchdog_lock:602:10080 watchdog_ref_held:604:10112 proto_down_reason:590:10144 todo_list:115:10176 pcpu_refcnt:652:10304 refcnt_tracker:350:10368 link_watch_list:115:10368 reg_state:605:10496 dismantle:604:10504 moving_ns:604:10512 rtnl_link_initializing:604:10520 needs_free_netdev:604:10528 priv_destructor:890:10560 ml_priv:593:10624 ml_priv_type:891:10688 pcpu_stat_type:892:10720:8 dev:351:10752 sysfs_groups:893:16320 sysfs_rx_queue_group:894:16640 rtnl_link_ops:895:16704 stat_ops:896:16768 queue_mgmt_ops:897:16832 tso_max_size:618:16896 tso_max_segs:626:16928 dcbnl_ops:898:16960 prio_tc_map:899:17024 priomap:900:17152 link_topo:901:17216 phydev:902:17280 sfp_bus:903:17344 qdisc_tx_busylock:904:17408 proto_down:604:17472 irq_affinity_auto:604:17480 rx_cpu_rmap_auto:604:17488 see_all_hwtstamp_requests:636:17496:1 change_proto_down:636:17497:1 netns_immutable:636:17498:1 fcoe_mtu:636:17499:1 net_notifier_list:115:17536 udp_tunnel_nic_info:905:17664 udp_tunnel_nic:906:17728 cfg:907:17792 cfg_pending:907:17856 ethtool:908:17920 xdp_state:909:17984 dev_addr_shadow:589:18368 linkwatch_dev_tracker:910:18624 watchdog_dev_tracker:910:18624 dev_registered_tracker:910:18624 offload_xstats_l3:911:18624 devlink_port:912:18688 page_pools:153:18752 irq_moder:913:18816 max_pacing_offload_horizon:595:18880 napi_config:914:18944 num_napi_configs:590:19008 napi_defer_hard_irqs:590:19040 gro_flush_timeout:636:19072 up:604:19136 request_ops_lock:604:19144 lock:106:19200 neighbours:915:19456 hwprov:916:19584 priv:917:19968
struct header_ops 48 create:918:0 parse:919:64 cache:920:128 cache_update:921:192 validate:922:256 parse_protocol:923:320
struct robust_list_head 24 list:361:0 futex_offset:768:64 list_op_pending:924:128
struct bpf_prog 96 pages:626:0 jited:626:16:1 jit_requested:626:17:1 gpl_compatible:626:18:1 cb_access:626:19:1 dst_needed:626:20:1 blinding_requested:626:21:1 blinded:626:22:1 is_func:626:23:1 kprobe_override:626:24:1 has_callchain_buf:626:25:1 enforce_expected_attach_type:626:26:1 call_get_stack:626:27:1 call_get_func_ip:626:28:1 tstamp_type_access:626:29:1 sleepable:626:30:1 type:812:32 expected_attach_type:815:64 len:590:96 jited_len:590:128 -:362:160 stats:925:448 active:652:512 bpf_func:926:576 aux:927:640 orig_prog:928:704 -:363:768
struct bpf_prog_aux 1304 refcnt:601:0 used_map_cnt:590:64 used_btf_cnt:590:96 max_ctx_offset:590:128 max_pkt_offset:590:160 max_tp_access:590:192 stack_depth:590:224 id:590:256 func_cnt:590:288 real_func_cnt:590:320 func_idx:590:352 attach_btf_id:590:384 attach_st_ops_member_off:590:416 ctx_arg_info_size:590:448 max_rdonly_access:590:480 max_rdwr_access:590:512 attach_btf:598:576 ctx_arg_info:929:640 priv_stack_ptr:593:704 dst_mutex:106:768 dst_prog:870:1024 dst_trampoline:930:1088 saved_dst_prog_type:812:1152 saved_dst_attach_type:815:1184 verifier_zext:604:1216 dev_bound:604:1224 offload_requested:604:1232 attach_btf_trace:604:1240 attach_tracing_prog:604:1248 func_proto_unreliable:604:1256 tail_call_reachable:604:1264 xdp_has_frags:604:1272 exception_cb:604:1280 exception_boundary:604:1288 is_extended:604:1296 jits_use_priv_stack:604:1304 priv_stack_requested:604:1312 changes_pkt_data:604:1320 might_sleep:604:1328 kprobe_write_ctx:604:1336 prog_array_member_cnt:595:1344 ext_mutex:106:1408 arena:931:1664 recursion_detected:932:1728 attach_func_proto:814:1792 attach_func_name:709:1856 func:933:1920 main_prog_aux:927:1984 jit_data:593:2048 poke_tab:934:2112 kfunc_tab:935:2176 kfunc_btf_tab:936:2240 size_poke_tab:590:2304 ksym:368:2368 ops:937:7168 st_ops:938:7232 used_maps:939:7296 used_maps_mutex:106:7360 used_btfs:940:7616 prog:870:7680 user:717:7744 init_private:605:7808 init_owned:604:7816 load_time:595:7872 verified_insns:590:7936 cgroup_atype:597:7968 cgroup_storage:941:8000 name:600:8128 bpf_exception_cb:942:8256 security:593:8320 token:943:8384 offload:944:8448 btf:598:8512 func_info:945:8576 func_info_aux:946:8640 linfo:947:8704 jited_linfo:948:8768 func_info_cnt:590:8832 nr_linfo:590:8864 linfo_idx:590:8896 mod:949:8960 num_exentries:590:9024 extable:950:9088 -:116:9152 stream:951:9408
struct obj_cgroup 48 refcnt:201:0 memcg:692:128 nr_charged_bytes:611:192 -:372:256
struct signal_struct 1144 sigcnt:635:0 live:611:32 nr_threads:597:64 quick_threads:597:96 thread_head:115:128 wait_chldexit:706:256 curr_target:637:448 shared_pending:173:512 multiprocess:153:704 group_exit_code:597:768 notify_count:597:800 group_exec_task:637:832 group_stop_count:597:896 flags:618:928 core_state:952:960 is_child_subreaper:618:1024:1 has_child_subreaper:618:1025:1 timer_create_restore_ids:618:1026:1 next_posix_timer_id:611:1056 posix_timers:153:1088 ignored_posix_timers:153:1152 real_timer:58:1216 it_real_incr:775:1728 it:953:1792 cputimer:374:2048 posix_cputimers:166:2240 pids:954:2880 tty_old_pgrp:649:3136 leader:597:3200 tty:955:3264 autogroup:956:3328 stats_lock:957:3392 utime:595:3456 stime:595:3520 cutime:595:3584 cstime:595:3648 gtime:595:3712 cgtime:595:3776 prev_cputime:165:3840 nvcsw:636:4032 nivcsw:636:4096 cnvcsw:636:4160 cnivcsw:636:4224 min_flt:636:4288 maj_flt:636:4352 cmin_flt:636:4416 cmaj_flt:636:4480 inblock:636:4544 oublock:636:4608 cinblock:636:4672 coublock:636:4736 maxrss:636:4800 cmaxrss:636:4864 ioac:178:4928 sum_sched_runtime:958:5376 rlim:959:5440 pacct:377:7488 stats:960:7936 audit_tty:618:8000 tty_audit_buf:961:8064 cgroup_threadgroup_rwsem:195:8128 oom_flag_origin:604:8448 oom_score_adj:685:8464 oom_score_adj_min:685:8480 oom_mm:646:8512 cred_guard_mutex:106:8576 exec_update_lock:195:8832
struct sighand_struct 2080 siglock:602:0 count:635:32 signalfd_wqh:706:64 action:962:256
struct btf_record 32 cnt:590:0 field_mask:590:32 spin_lock_off:597:64 res_spin_lock_off:597:96 timer_off:597:128 wq_off:597:160 refcount_off:597:192 task_work_off:597:224 fields:963:256
struct btf_field 48 offset:590:0 size:590:32 type:964:64 -:380:128
struct bpf_mem_alloc 64 caches:965:0 cache:966:64 objcg:599:128 percpu:604:192 work:117:256
struct task_struct__safe_rcu 32 cpus_ptr:641:0 cgroups:677:64 real_parent:637:128 group_leader:637:192
struct cgroup__safe_rcu 8 kn:701:0
struct css_set__safe_rcu 8 dfl_cgrp:699:0
struct cgroup_subsys_state__safe_rcu 8 cgroup:699:0
struct mm_struct__safe_rcu_or_null 8 exe_file:788:0
struct sk_buff__safe_rcu_or_null 8 sk:752:0
struct request_sock__safe_rcu_or_null 8 sk:752:0
struct bpf_iter_meta__safe_trusted 8 seq:967:0
struct bpf_iter__task__safe_trusted 16 meta:968:0 task:637:64
struct linux_binprm__safe_trusted 8 file:788:0
struct file__safe_trusted 8 f_inode:732:0
struct dentry__safe_trusted_or_null 8 d_inode:732:0
struct socket__safe_trusted_or_null 8 sk:752:0
struct cpumask 32 bits:969:0
struct bpf_crypto_ctx 48 type:970:0 tfm:593:64 siv_len:590:128 rcu:118:192 usage:635:320
struct xdp_md 24 data:747:0 data_end:747:32 data_meta:747:64 ingress_ifindex:747:96 rx_queue_index:747:128 egress_ifindex:747:160
struct bpf_iter_bits 16 __opaque:799:0
struct bpf_iter_css 24 __opaque:801:0
struct bpf_iter_css_task 8 __opaque:971:0
struct bpf_iter_dmabuf 8 __opaque:971:0
struct bpf_iter_kmem_cache 8 __opaque:971:0
struct bpf_iter_num 8 __opaque:971:0
struct bpf_iter_task 24 __opaque:801:0
struct bpf_iter_task_vma 8 __opaque:971:0
struct bpf_key 16 key:654:0 has_ref:604:64
struct prog_test_member 8 m:383:0 c:597:32
struct bpf_tcp_req_attrs 20 rcv_tsval:590:0 rcv_tsecr:590:32 mss:626:64 rcv_wscale:605:80 snd_wscale:605:88 ecn_ok:605:96 wscale_ok:605:104 sack_ok:605:112 tstamp_ok:605:120 usec_ts_ok:605:128 reserved:972:136
struct bpf_sock_tuple 36 -:384:0
struct bpf_ct_opts 16 netns_id:973:0 error:973:32 l4proto:605:64 dir:605:72 ct_zone_id:626:80 ct_zone_dir:605:96 reserved:972:104
struct bpf_sock_addr_kern 40 sk:752:0 uaddr:974:64 tmp_reg:595:128 t_ctx:593:192 uaddrlen:590:256
struct bpf_sock_ops_kern 64 sk:752:0 -:387:64 syn_skb:975:192 skb:975:256 skb_data_end:593:320 op:605:384 is_fullsock:605:392 is_locked_tcp_sock:605:400 remaining_opt_len:605:408 temp:595:448
struct bpf_xfrm_state_opts 36 error:973:0 netns_id:973:32 mark:590:64 daddr:976:96 spi:782:224 proto:605:256 family:626:272
struct mutex 32 owner:713:0 wait_lock:666:64 osq:114:96 wait_list:115:128
struct - 8 counter:977:0
struct raw_spinlock 4 raw_lock:978:0
struct qspinlock 4 -:110:0
union - 4 val:611:0 -:112:0 -:113:0
struct - 4 counter:597:0
struct - 2 locked:605:0 pending:605:8
struct - 4 locked_pending:626:0 tail:626:16
struct optimistic_spin_queue 4 tail:611:0
struct list_head 16 next:979:0 prev:979:64
union - 32 work:117:0 rcu:118:0
struct work_struct 32 data:713:0 entry:115:64 func:980:192
struct callback_head 16 next:663:0 func:981:64
struct spinlock 4 -:120:0
union - 4 rlock:108:0
union - 0 -:122:0 -:124:0 -:125:0
struct - 0 __empty_value:123:0 value:624:0
struct - 0
struct - 0 __empty_ptrs:123:0 ptrs:982:0
struct - 0 __empty_pptrs:123:0 pptrs:982:0
union - 256 freelist:127:0 lru:128:0
struct pcpu_freelist 8 freelist:983:0
struct bpf_lru 256 -:129:0 del_from_htab:984:1536 del_arg:593:1600 hash_offset:618:1664 target_free:618:1696 nr_scans:618:1728 percpu:604:1760
union - 192 common_lru:130:0 percpu_lru:985:0
struct bpf_common_lru 192 lru_list:131:0 local_list:986:1024
struct bpf_lru_list 128 lists:987:0 counts:988:384 next_inactive_rotation:979:448 lock:615:512
struct percpu_counter 40 lock:666:0 count:977:64 list:115:128 counters:989:256
struct sk_psock_progs 64 msg_parser:870:0 stream_parser:870:64 stream_verdict:870:128 skb_verdict:870:192 msg_parser_link:990:256 stream_parser_link:990:320 stream_verdict_link:990:384 skb_verdict_link:990:448
struct rb_root 8 rb_node:991:0
struct bpf_struct_ops_value 64 common:136:0 data:624:512
struct bpf_struct_ops_common_value 8 refcnt:635:0 state:992:32
struct refcount_struct 4 refs:611:0
struct range_tree 32 it_root:139:0 range_size_root:139:128
struct rb_root_cached 16 rb_root:134:0 rb_leftmost:991:64
struct thread_info 24 flags:636:0 syscall_work:636:64 status:590:128 cpu:590:160
struct __call_single_node 16 llist:142:0 -:143:64 src:626:96 dst:626:112
struct llist_node 8 next:993:0
union - 4 u_flags:618:0 a_flags:611:0
struct sched_entity 256 load:145:0 run_node:146:128 deadline:595:320 min_vruntime:595:384 min_slice:595:448 max_slice:595:512 group_node:115:576 on_rq:716:704 sched_delayed:716:712 rel_deadline:716:720 custom_slice:716:728 exec_start:595:768 sum_exec_runtime:595:832 prev_sum_exec_runtime:595:896 vruntime:595:960 -:147:1024 slice:595:1088 nr_migrations:595:1152 depth:597:1216 parent:994:1280 cfs_rq:995:1344 my_q:995:1408 runnable_weight:636:1472 avg:148:1536
struct load_weight 16 weight:636:0 inv_weight:590:64
struct rb_node 24 __rb_parent_color:636:0 rb_right:991:64 rb_left:991:128
union - 8 vlag:977:0 vprot:595:0
struct sched_avg 64 last_update_time:595:0 load_sum:595:64 runnable_sum:595:128 util_sum:590:192 period_contrib:590:224 load_avg:636:256 runnable_avg:636:320 util_avg:636:384 util_est:618:448
struct sched_rt_entity 72 run_list:115:0 timeout:636:128 watchdog_stamp:636:192 time_slice:618:256 on_rq:644:288 on_list:644:304 back:996:320 parent:996:384 rt_rq:997:448 my_q:997:512
struct sched_dl_entity 240 rb_node:146:0 dl_runtime:595:192 dl_deadline:595:256 dl_period:595:320 dl_bw:595:384 dl_density:595:448 runtime:977:512 deadline:595:576 flags:618:640 dl_throttled:618:672:1 dl_yielded:618:673:1 dl_non_contending:618:674:1 dl_overrun:618:675:1 dl_server:618:676:1 dl_server_active:618:677:1 dl_defer:618:678:1 dl_defer_armed:618:679:1 dl_defer_running:618:680:1 dl_timer:58:704 inactive_timer:58:1216 rq:998:1728 server_pick_task:999:1792 pi_se:638:1856
struct timerqueue_node 32 node:146:0 expires:775:192
struct sched_statistics 0
struct hlist_head 8 first:1000:0
union rcu_special 4 b:155:0 s:590:0
struct - 4 blocked:605:0 need_qs:605:8 exp_hint:605:16 need_mb:605:24
struct sched_info 48 pcount:636:0 run_delay:958:64 max_run_delay:958:128 min_run_delay:958:192 last_arrival:958:256 last_queued:958:320
struct plist_node 40 prio:597:0 prio_list:115:64 node_list:115:192
struct restart_block 56 arch_data:636:0 fn:1001:64 -:159:128
union - 40 futex:160:0 nanosleep:161:0 poll:163:0
struct - 40 uaddr:854:0 val:590:64 flags:590:96 bitset:590:128 time:595:192 uaddr2:854:256
struct - 24 clockid:1002:0 type:1003:32 -:162:64 expires:595:128
union - 8 rmtp:1004:0 compat_rmtp:1005:0
struct - 32 ufds:1006:0 nfds:597:64 has_timeout:597:96 tv_sec:636:128 tv_nsec:636:192
struct hlist_node 16 next:1000:0 pprev:1007:64
struct prev_cputime 24 utime:595:0 stime:595:64 lock:666:128
struct posix_cputimers 80 bases:1008:0 timers_active:618:576 expiry_active:618:608
struct posix_cputimer_base 24 nextevt:595:0 tqhead:168:64
struct timerqueue_head 16 rb_root:139:0
struct posix_cputimers_work 56 work:118:0 mutex:106:128 scheduled:618:384
struct sysv_sem 8 undo_list:1009:0
struct sysv_shm 16 shm_clist:115:0
struct - 8 sig:1010:0
struct sigpending 24 list:115:0 signal:662:128
struct - 4 val:1011:0
struct seccomp 16 mode:597:0 filter_count:611:32 filter:1012:64
struct syscall_user_dispatch 32 selector:607:0 offset:636:64 len:636:128 on_dispatch:604:192
struct wake_q_node 8 next:1013:0
struct task_io_accounting 56 rchar:595:0 wchar:595:64 syscr:595:128 syscw:595:192 read_bytes:595:256 write_bytes:595:320 cancelled_write_bytes:595:384
struct - 128 bits:1014:0
struct seqcount_spinlock 4 seqcount:1015:0
struct seqcount 4 sequence:618:0
struct tlbflush_unmap_batch 48 arch:183:0 flush_required:604:320 writable:604:328
struct arch_tlbflush_unmap_batch 40 cpumask:87:0 unmapped_pages:604:256
struct page_frag 16 page:1016:0 offset:747:64 size:747:96
struct kmap_ctrl 0
struct unwind_task_info 40 unwind_mask:636:0 cache:1017:64 work:118:128 id:187:256
union unwind_task_id 8 -:188:0 id:595:0
struct - 8 cpu:590:0 cnt:590:32
struct thread_struct 152 tls_array:1018:0 sp:636:192 es:644:256 ds:644:272 fsindex:644:288 gsindex:644:304 fsbase:636:320 gsbase:636:384 ptrace_bps:1019:448 virtual_dr6:636:704 ptrace_dr7:636:768 cr2:636:832 trap_nr:636:896 error_code:636:960 io_bitmap:1020:1024 iopl_emul:636:1088 iopl_warn:618:1152:1 pkru:590:1184
struct desc_struct 8 limit0:626:0 base0:626:16 base1:626:32:8 type:626:40:4 s:626:44:1 dpl:626:45:2 p:626:47:1 limit1:626:48:4 avl:626:52:1 l:626:53:1 d:626:54:1 g:626:55:1 base2:626:56:8
struct - 1472 -:192:0 mm_mt:193:512 mmap_base:636:640 mmap_legacy_base:636:704 mmap_compat_base:636:768 mmap_compat_legacy_base:636:832 task_size:636:896 pgd:1021:960 membarrier_state:611:1024 mm_users:611:1056 pcpu_cid:1022:1088 mm_cid_next_scan:636:1152 nr_cpus_allowed:618:1216 max_nr_cid:611:1248 cpus_allowed_lock:666:1280 pgtables_bytes:713:1344 map_count:597:1408 page_table_lock:602:1440 mmap_lock:195:1472 mmlist:115:1792 vma_writer_wait:196:1920 mm_lock_seq:1015:1984 futex_hash_lock:106:2048 futex_phash:1023:2304 futex_phash_new:1023:2368 futex_batches:636:2432 futex_rcu:118:2496 futex_atomic:713:2624 futex_ref:1024:2688 hiwater_rss:636:2752 hiwater_vm:636:2816 total_vm:636:2880 locked_vm:636:2944 pinned_vm:601:3008 data_vm:636:3072 exec_vm:636:3136 stack_vm:636:3200 def_flags:1025:3264 write_protect_seq:1015:3328 arg_lock:602:3360 start_code:636:3392 end_code:636:3456 start_data:636:3520 end_data:636:3584 start_brk:636:3648 brk:636:3712 start_stack:636:3776 arg_start:636:3840 arg_end:636:3904 env_start:636:3968 env_end:636:4032 saved_auxv:1026:4096 rss_stat:1027:7680 binfmt:1028:8960 context:1029:9024 flags:1030:10176 ioctx_lock:602:10240 ioctx_table:1031:10304 owner:637:10368 user_ns:718:10432 exe_file:788:10496 notifier_subscriptions:1032:10560 numa_next_scan:636:10624 numa_scan_offset:636:10688 numa_scan_seq:597:10752 tlb_flush_pending:611:10784 tlb_flush_batched:611:10816 uprobes_state:199:10880 hugetlb_usage:713:11008 async_put_work:117:11072 ksm_merging_pages:636:11328 ksm_rmap_items:636:11392 ksm_zero_pages:713:11456 mm_id:1033:11520
struct - 64 mm_count:611:0
struct maple_tree 16 -:194:0 ma_flags:618:32 ma_root:593:64
union - 4 ma_lock:602:0
struct rw_semaphore 40 count:713:0 owner:713:64 osq:114:128 wait_lock:666:160 wait_list:115:192
struct rcuwait 8 task:637:0
struct - 144 ctx_id:595:0 tlb_gen:601:64 next_trim_cpumask:636:128 ldt_usr_sem:195:192 ldt:1034:512 flags:636:576 lock:106:640 vdso:593:896 vdso_image:1035:960 perf_rdpmc_allowed:611:1024 pkey_allocation_map:626:1056 execute_only_pkey:864:1072 global_asid:626:1088 asid_transition:604:1104
struct - 8 __mm_flags:1010:0
struct uprobes_state 16 xol_area:1036:0 head_tramps:153:64
struct cgroup_subsys_state 208 cgroup:699:0 ss:1037:64 refcnt:201:128 rstat_cpu:1038:256 sibling:115:320 children:115:448 id:597:576 flags:618:608 serial_nr:595:640 online_cnt:611:704 destroy_work:117:768 destroy_rwork:202:1024 parent:1039:1472 nr_descendants:597:1536 rstat_flush_next:1039:1600
struct percpu_ref 16 percpu_count_ptr:636:0 data:1040:64
struct rcu_work 56 work:117:0 rcu:118:256 wq:1041:384
struct cgroup_file 56 kn:701:0 notified_at:636:64 notify_timer:59:128
struct cacheline_padding 0 x:624:0
struct cgroup_base_stat 32 cputime:206:0 ntime:595:192
struct task_cputime 24 stime:595:0 utime:595:64 sum_exec_runtime:958:128
struct wait_queue_head 24 lock:602:0 head:115:64
struct cgroup_bpf 1024 effective:1042:0 progs:1043:2432 flags:1044:4864 revisions:1045:5184 storages:115:7616 inactive:1046:7744 refcnt:201:7808 release_work:117:7936
struct cgroup_freezer_state 32 freeze:604:0 e_freeze:604:8 nr_frozen_descendants:597:32 nr_frozen_tasks:597:64 freeze_seq:676:96 freeze_start_nsec:595:128 frozen_nsec:595:192
union - 32 dir:211:0 symlink:212:0 attr:213:0
struct kernfs_elem_dir 32 subdirs:636:0 children:134:64 root:1047:128 rev:636:192
struct kernfs_elem_symlink 8 target_kn:701:0
struct kernfs_elem_attr 32 ops:1048:0 open:1049:64 size:734:128 notify_next:701:192
struct - 4 val:1050:0
struct - 8 val:595:0
union - 16 non_rcu:597:0 rcu:118:0
struct - 48 ino:595:0 pidfs_node:146:64 stashed:749:256 attr:1051:320
struct upid 16 nr:597:0 ns:726:64
union - 16 f_path:1052:0 __f_path:30:0
union - 32 f_pos_lock:106:0 f_pipe:595:0
union - 32 f_task_work:118:0 f_llist:142:0 f_ra:222:0 f_freeptr:1053:0
struct file_ra_state 32 start:636:0 size:618:64 async_size:618:96 ra_pages:618:128 order:644:160 mmap_miss:644:176 prev_pos:734:192
struct - 8 v:636:0
struct - 8 refcnt:601:0
union - 4 i_nlink:1054:0 __i_nlink:618:0
union - 16 i_dentry:153:0 i_rcu:118:0
union - 8 i_fop:731:0 free_inode:1055:0
struct address_space 192 host:732:0 i_pages:229:64 invalidate_lock:195:192 gfp_mask:773:512 i_mmap_writable:611:544 i_mmap:139:576 nrpages:636:704 writeback_index:636:768 a_ops:1056:832 flags:636:896 wb_err:735:960 i_private_lock:602:992 i_private_list:115:1024 i_mmap_rwsem:195:1152 i_private_data:593:1472
struct xarray 16 xa_lock:602:0 xa_flags:773:32 xa_head:593:64
union - 16 i_devices:115:0 i_linklen:597:0
union - 8 i_pipe:690:0 i_cdev:1057:0 i_link:607:0 i_dir_seq:618:0
struct hlist_bl_node 16 next:1058:0 pprev:1059:64
union - 16 __d_name:234:0 d_name:1060:0
struct qstr 16 -:235:0 name:885:64
union - 8 -:236:0 hash_len:595:0
struct - 8 hash:590:0 len:590:32
union shortname_store 40 string:1061:0 words:1062:0
struct lockref 8 -:239:0
union - 8 lock_count:800:0 -:240:0
struct - 8 lock:602:0 count:597:32
union - 16 d_lru:115:0 d_wait:1063:0
union - 16 d_alias:164:0 d_in_lookup_hash:232:0 d_rcu:118:0
union - 24 -:244:0 rbnode:146:0 list:115:0 ll_node:142:0
struct - 24 next:975:0 prev:975:64 -:245:128
union - 8 dev:792:0 dev_scratch:636:0
union - 8 tstamp:775:0 skb_mstamp_ns:595:0
union - 16 -:248:0 tcp_tsorted_anchor:115:0 _sk_redir:636:0
struct - 16 _skb_refdst:636:0 destructor:1064:64
union - 56 -:250:0 headers:250:0
struct - 56 __pkt_type_offset:755:0 pkt_type:756:0:3 ignore_df:756:3:1 dst_pending_confirm:756:4:1 ip_summed:756:5:2 ooo_okay:756:7:1 __mono_tc_offset:755:8 tstamp_type:756:8:2 tc_at_ingress:756:10:1 tc_skip_classify:756:11:1 remcsum_offload:756:12:1 csum_complete_sw:756:13:1 csum_level:756:14:2 inner_protocol_type:756:16:1 l4_hash:756:17:1 sw_hash:756:18:1 no_fcs:756:19:1 encapsulation:756:20:1 encap_hdr_csum:756:21:1 csum_valid:756:22:1 nf_trace:756:23:1 redirected:756:24:1 from_ingress:756:25:1 nf_skip_egress:756:26:1 slow_gro:756:27:1 unreadable:756:28:1 tc_index:754:32 alloc_cpu:626:48 -:251:64 priority:747:96 skb_iif:597:128 hash:747:160 -:253:192 -:255:224 secmark:747:256 -:256:288 -:257:320 inner_transport_header:754:336 inner_network_header:754:352 inner_mac_header:754:368 protocol:784:384 transport_header:754:400 network_header:754:416 mac_header:754:432
union - 4 csum:1065:0 -:252:0
struct - 4 csum_start:754:0 csum_offset:754:16
union - 4 vlan_all:590:0 -:254:0
struct - 4 vlan_proto:784:0 vlan_tci:754:16
union - 4 napi_id:618:0 sender_cpu:618:0
union - 4 mark:747:0 reserved_tailroom:747:0
union - 2 inner_protocol:784:0 inner_ipproto:756:0
union - 8 skc_addrpair:1066:0 -:259:0
struct - 8 skc_daddr:782:0 skc_rcv_saddr:782:32
union - 4 skc_hash:618:0 skc_u16hashes:1067:0
union - 4 skc_portpair:1068:0 -:262:0
struct - 4 skc_dport:784:0 skc_num:754:16
union - 16 skc_bind_node:164:0 skc_portaddr_node:164:0
struct - 8 net:727:0
struct in6_addr 16 in6_u:266:0
union - 16 u6_addr8:1069:0 u6_addr16:1070:0 u6_addr32:1071:0
union - 8 skc_flags:636:0 skc_listener:752:0 skc_tw_dr:1072:0
union - 16 skc_node:164:0 skc_nulls_node:269:0
struct hlist_nulls_node 16 next:1073:0 pprev:1074:64
union - 4 skc_incoming_cpu:597:0 skc_rcv_wnd:590:0 skc_tw_rcv_nxt:590:0
union - 4 skc_rxhash:590:0 skc_window_clamp:590:0 skc_tw_snd_nxt:590:0
struct sk_buff_head 24 -:273:0 qlen:747:128 lock:602:160
union - 16 -:274:0 list:275:0
struct - 16 next:975:0 prev:975:64
struct sk_buff_list 16 next:975:0 prev:975:64
struct - 24 rmem_alloc:611:0 len:597:32 head:975:64 tail:975:128
union - 8 sk_wq:1075:0 sk_wq_raw:1075:0
struct - 32 slock:602:0 owned:597:32 wq:706:64
union - 8 sk_send_head:975:0 tcp_rtx_queue:134:0
struct - 8 raw_lock:1076:0
struct qrwlock 8 -:282:0 wait_lock:978:32
union - 4 cnts:611:0 -:283:0
struct - 4 wlocked:605:0 __lstate:972:8
union - 1 sk_txrehash:605:0 sk_scm_recv_flags:605:0 -:285:0
struct - 1 sk_scm_credentials:605:0:1 sk_scm_security:605:1:1 sk_scm_pidfd:605:2:1 sk_scm_rights:605:3:1 sk_scm_unused:605:4:4
struct sock_cgroup_data 16 cgroup:699:0 classid:590:64 prioidx:626:96
struct inet_cork_full 152 base:288:0 fl:289:512
struct inet_cork 64 flags:618:0 addr:782:32 opt:1077:64 fragsize:618:128 length:597:160 dst:765:192 tx_flags:605:256 ttl:756:264 tos:783:272 priority:590:288 gso_size:754:320 ts_opt_id:590:352 transmit_time:595:384 mark:590:448
struct flowi 88 u:290:0
union - 88 __fl_common:291:0 ip4:293:0 ip6:298:0
struct flowi_common 40 flowic_oif:597:0 flowic_iif:597:32 flowic_l3mdev:597:64 flowic_mark:747:96 flowic_dscp:1078:128 flowic_scope:756:136 flowic_proto:756:144 flowic_flags:756:152 flowic_secid:747:160 flowic_uid:665:192 flowic_multipath_hash:747:224 flowic_tun_key:292:256
struct flowi_tunnel 8 tun_id:1079:0
struct flowi4 56 __fl_common:291:0 saddr:782:320 daddr:782:352 uli:294:384
union flowi_uli 4 ports:295:0 icmpt:296:0 gre_key:782:0 mht:297:0
struct - 4 dport:784:0 sport:784:16
struct - 2 type:756:0 code:756:8
struct - 1 type:756:0
struct flowi6 88 __fl_common:291:0 daddr:265:320 saddr:265:448 flowlabel:782:576 uli:294:608 mp_hash:747:640
struct socket_wq 64 wait:706:0 fasync_list:1080:192 flags:636:256 rcu:118:320
union - 8 -:301:0 frame_sz_flags_init:595:0
struct - 8 frame_sz:590:0 flags:590:32
union - 8 cs:626:0 csx:595:0 fred_cs:303:0
struct fred_cs 8 cs:595:0:16 sl:595:16:2 wfe:595:18:1
union - 8 ss:626:0 ssx:595:0 fred_ss:305:0
struct fred_ss 8 ss:595:0:16 sti:595:16:1 swevent:595:17:1 nmi:595:18:1 vector:595:32:8 type:595:48:4 enclave:595:56:1 lm:595:57:1 nested:595:58:1 insnlen:595:60:4
struct rlimit 16 rlim_cur:1081:0 rlim_max:1081:64
union - 8 seq:967:0
union - 8 meta:968:0
union - 8 task:637:0
union - 8 map:592:0
union - 8 key:593:0
union - 8 value:593:0
union - 16 -:314:0 vm_freeptr:1053:0
struct - 16 vm_start:636:0 vm_end:636:64
struct pgprot 8 pgprot:1082:0
union - 8 vm_flags:1083:0 __vm_flags:1025:0
struct - 32 rb:146:0 rb_subtree_last:636:192
struct vm_userfaultfd_ctx 8 ctx:1084:0
struct btf_header 24 magic:754:0 version:756:16 flags:756:24 hdr_len:747:32 type_off:747:64 type_len:747:96 str_off:747:128 str_len:747:160
union - 8 -:321:0 priv_flags_fast:321:0
struct - 8 priv_flags:636:0:32 lltx:636:32:1 netmem_tx:636:33:1
struct netdev_tc_txq 4 count:626:0 offset:626:16
union - 8 lstats:1085:0 tstats:1086:0 dstats:1087:0
struct - 32 upper:115:0 lower:115:128
struct net_device_stats 184 -:326:0 -:327:64 -:328:128 -:329:192 -:330:256 -:331:320 -:332:384 -:333:448 -:334:512 -:335:576 -:336:640 -:337:704 -:338:768 -:339:832 -:340:896 -:341:960 -:342:1024 -:343:1088 -:344:1152 -:345:1216 -:346:1280 -:347:1344 -:348:1408
union - 8 rx_packets:636:0 __rx_packets:713:0
union - 8 tx_packets:636:0 __tx_packets:713:0
union - 8 rx_bytes:636:0 __rx_bytes:713:0
union - 8 tx_bytes:636:0 __tx_bytes:713:0
union - 8 rx_errors:636:0 __rx_errors:713:0
union - 8 tx_errors:636:0 __tx_errors:713:0
union - 8 rx_dropped:636:0 __rx_dropped:713:0
union - 8 tx_dropped:636:0 __tx_dropped:713:0
union - 8 multicast:636:0 __multicast:713:0
union - 8 collisions:636:0 __collisions:713:0
union - 8 rx_length_errors:636:0 __rx_length_errors:713:0
union - 8 rx_over_errors:636:0 __rx_over_errors:713:0
union - 8 rx_crc_errors:636:0 __rx_crc_errors:713:0
union - 8 rx_frame_errors:636:0 __rx_frame_errors:713:0
union - 8 rx_fifo_errors:636:0 __rx_fifo_errors:713:0
union - 8 rx_missed_errors:636:0 __rx_missed_errors:713:0
union - 8 tx_aborted_errors:636:0 __tx_aborted_errors:713:0
union - 8 tx_carrier_errors:636:0 __tx_carrier_errors:713:0
union - 8 tx_fifo_errors:636:0 __tx_fifo_errors:713:0
union - 8 tx_heartbeat_errors:636:0 __tx_heartbeat_errors:713:0
union - 8 tx_window_errors:636:0 __tx_window_errors:713:0
union - 8 rx_compressed:636:0 __rx_compressed:713:0
union - 8 tx_compressed:636:0 __tx_compressed:713:0
struct netdev_hw_addr_list 32 list:115:0 count:597:128 tree:134:192
struct ref_tracker_dir 0
struct device 696 kobj:352:0 parent:1088:512 p:1089:576 init_name:709:640 type:1090:704 bus:1091:768 driver:1092:832 platform_data:593:896 driver_data:593:960 driver_override:354:1024 mutex:106:1152 links:355:1408 power:356:1856 pm_domain:1093:3968 msi:358:4032 dma_mask:1094:4160 coherent_dma_mask:595:4224 bus_dma_limit:595:4288 dma_range_map:1095:4352 dma_parms:1096:4416 dma_pools:115:4480 dma_io_tlb_mem:1097:4608 archdata:359:4672 of_node:1098:4672 fwnode:1099:4736 numa_node:597:4800 devt:740:4832 id:590:4864 devres_lock:602:4896 devres_head:115:4928 class:1100:5056 groups:1101:5120 release:1102:5184 iommu_group:1103:5248 iommu:1104:5312 physical_location:1105:5376 removable:1106:5440 offline_disabled:604:5472:1 offline:604:5473:1 of_node_reused:604:5474:1 state_synced:604:5475:1 can_match:604:5476:1 dma_skip_sync:604:5477:1 dma_iommu:604:5478:1 flags:1010:5504
struct kobject 64 name:709:0 entry:115:64 parent:1107:192 kset:883:256 ktype:1108:320 sd:701:384 kref:353:448 state_initialized:618:480:1 state_in_sysfs:618:481:1 state_add_uevent_sent:618:482:1 state_remove_uevent_sent:618:483:1 uevent_suppress:618:484:1
struct kref 4 refcount:635:0
struct - 16 name:709:0 lock:602:64
struct dev_links_info 56 suppliers:115:0 consumers:115:128 defer_sync:115:256 status:1109:384
struct dev_pm_info 264 power_state:1110:0 can_wakeup:604:32:1 async_suspend:604:33:1 in_dpm_list:604:34:1 is_prepared:604:35:1 is_suspended:604:36:1 is_noirq_suspended:604:37:1 is_late_suspended:604:38:1 no_pm:604:39:1 early_init:604:40:1 direct_complete:604:41:1 driver_flags:590:64 lock:602:96 should_wakeup:604:128:1 suspend_timer:58:192 timer_expires:595:704 work:117:768 wait_queue:706:1024 wakeirq:1111:1216 usage_count:611:1280 child_count:611:1312 disable_depth:618:1344:3 idle_notification:604:1347:1 request_pending:604:1348:1 deferred_resume:604:1349:1 needs_force_resume:604:1350:1 runtime_auto:604:1351:1 ignore_children:604:1352:1 no_callbacks:604:1353:1 irq_safe:604:1354:1 use_autosuspend:604:1355:1 timer_autosuspends:604:1356:1 memalloc_noio:604:1357:1 links_count:618:1376 request:1112:1408 runtime_status:1113:1440 last_status:1113:1472 runtime_error:597:1504 autosuspend_delay:597:1536 last_busy:595:1600 active_time:595:1664 suspended_time:595:1728 accounting_timestamp:595:1792 subsys_data:1114:1856 set_latency_tolerance:1115:1920 qos:1116:1984 detach_power_off:604:2048:1
struct pm_message 4 event:597:0
struct dev_msi_info 16 domain:1117:0 data:1118:64
struct dev_archdata 0
struct bpf_xdp_entity 16 prog:870:0 link:1119:64
struct robust_list 8 next:924:0
union - 32 digest:589:0 tag:1120:0
union - 0 -:364:0 -:366:0
struct - 0 __empty_insns:123:0 insns:1121:0
struct sock_filter 8 code:754:0 jt:756:16 jf:756:24 k:747:32
struct - 0 __empty_insnsi:123:0 insnsi:1122:0
struct bpf_insn 8 code:756:0 dst_reg:756:8:4 src_reg:756:12:4 off:783:16 imm:764:32
struct bpf_ksym 600 start:636:0 end:636:64 name:1123:128 lnode:115:4224 tnode:369:4352 prog:604:4736 init_private:605:4744
struct latch_tree_node 48 node:1124:0
struct bpf_stream 64 capacity:611:0 log:371:64 lock:106:128 backlog_head:993:384 backlog_tail:993:448
struct llist_head 8 first:993:0
union - 16 list:115:0 rcu:118:0
struct cpu_itimer 16 expires:595:0 incr:595:64
struct thread_group_cputimer 24 cputime_atomic:375:0
struct task_cputime_atomic 24 utime:601:0 stime:601:64 sum_exec_runtime:601:128
struct - 8 seqcount:676:0 lock:602:32
struct pacct_struct 56 ac_flag:597:0 ac_exitcode:768:64 ac_mem:636:128 ac_utime:595:192 ac_stime:595:256 ac_minflt:636:320 ac_majflt:636:384
struct k_sigaction 32 sa:379:0
struct sigaction 32 sa_handler:1125:0 sa_flags:636:64 sa_restorer:1126:128 sa_mask:662:192
union - 32 kptr:381:0 graph_root:382:0
struct btf_field_kptr 32 btf:598:0 module:949:64 dtor:1127:128 btf_id:590:192
struct btf_field_graph_root 24 btf:598:0 value_btf_id:590:64 node_offset:590:96 value_rec:596:128
struct prog_test_member1 4 a:597:0
union - 36 ipv4:385:0 ipv6:386:0
struct - 12 saddr:782:0 daddr:782:32 sport:784:64 dport:784:80
struct - 36 saddr:1071:0 daddr:1071:128 sport:784:256 dport:784:272
union - 16 args:1128:0 reply:590:0 replylong:1128:0
union - 16 a4:782:0 a6:1071:0 in6:265:0
struct bpf_array_aux 88 poke_progs:115:0 map:592:128 poke_mutex:106:192 work:117:448
struct bucket 16 head:391:0 raw_lock:615:64
struct hlist_nulls_head 8 first:1073:0
struct lpm_trie_node 24 child:1129:0 prefixlen:590:128 flags:590:160 data:917:192
struct bpf_shtab_bucket 16 head:153:0 lock:602:64
struct bpf_local_storage_map_bucket 16 list:153:0 lock:666:64
struct bpf_struct_ops_desc 40 st_ops:1130:0 type:814:64 value_type:814:128 type_id:590:192 value_id:590:224 arg_info:1131:256
struct bpf_ringbuf 12288 waitq:706:0 work:397:192 mask:595:448 pages:1132:512 nr_pages:597:576 spinlock:615:1024 busy:611:1536 consumer_pos:636:32768 producer_pos:636:65536 pending_pos:636:65600 data:624:98304
struct irq_work 32 node:141:0 func:1133:128 irqwait:196:192
struct vm_struct 72 next:634:0 addr:593:64 size:636:128 flags:636:192 pages:1132:256 page_order:618:320 nr_pages:618:352 phys_addr:1134:384 caller:710:448 requested_size:636:512
func_proto - 0
func_proto - 1135 p__map:593 addr__ign:1135 page_cnt:590 node_id:597 flags:595
func_proto - 0 p__map:593 ptr__ign:1135 page_cnt:590
func_proto - 597 p__map:593 ptr__ign:1135 page_cnt:590
func_proto - 593 obj:593
func_proto - 699 cgrp:699
func_proto - 699 cgrp:699 level:597
func_proto - 699 cgid:595
func_proto - 597 cgroup:699 name__str:709 value_p:1136
func_proto - 0 cgrp:699
func_proto - 597 dptr:1136 off:590 size:590 unsafe_ptr__ign:710
func_proto - 597 dst:593 dst__sz:590 unsafe_ptr__ign:710 flags:595
func_proto - 597 dptr:1136 off:590 size:590 unsafe_ptr__ign:710 tsk:637
func_proto - 597 dst:593 dst__sz:590 unsafe_ptr__ign:710 tsk:637 flags:595
func_proto - 1137 cpumask:1137
func_proto - 604 dst:1137 src1:1138 src2:1138
func_proto - 590 src1:1138 src2:1138
func_proto - 590 cpumask:1138
func_proto - 0 cpumask:1137
func_proto - 0 cpu:590 cpumask:1137
func_proto - 0 dst:1137 src:1138
func_proto - 1137
func_proto - 604 cpumask:1138
func_proto - 604 src1:1138 src2:1138
func_proto - 0 dst:1137 src1:1138 src2:1138
func_proto - 597 cpumask:1139 src:593 src__sz:614
func_proto - 1140 ctx:1140
func_proto - 1140 params:1141 params__sz:590 err:652
func_proto - 0 ctx:1140
func_proto - 597 ctx:1140 src:1142 dst:1142 siv__nullable:1142
func_proto - 597 nfct:1143 status:590
func_proto - 597 nfct:1143 timeout:590
func_proto - 1143 nfct_i:1144
func_proto - 0 nfct:1143
func_proto - 597 nfct:1144 addr:1145 port:597 manip:1146
func_proto - 597 nfct:1147 status:590
func_proto - 0 nfct:1144 timeout:590
func_proto - 597 p:1142 start:590 end:590
func_proto - 597 p:1142 clone__uninit:1136
func_proto - 597 dst_ptr:1136 dst_off:590 src_ptr:1136 src_off:590 size:590
func_proto - 597 s:1148 flags:595 ptr__uninit:1136
func_proto - 597 skb_:1148 flags:595 ptr__uninit:1136
func_proto - 597 x:1149 flags:595 ptr__uninit:1136
func_proto - 604 p:1142
func_proto - 597 p:1136 offset:590 size:590 val:605
func_proto - 747 p:1142
func_proto - 593 p:1142 offset:590 buffer__opt:593 buffer__szk:590
func_proto - 597 dentry:749 name__str:709 value_p:1136
func_proto - 597 file:788 name__str:709 value_p:1136
func_proto - 1150 addr:595
func_proto - 788 task:637
func_proto - 0 it:1151
func_proto - 597 it:1151 unsafe_ptr__ign:1152 nr_words:590
func_proto - 652 it:1151
func_proto - 0 it:1153
func_proto - 597 it:1153 start:1039 flags:618
func_proto - 1039 it:1153
func_proto - 0 it:1154
func_proto - 597 it:1154 css:1039 flags:618
func_proto - 637 it:1154
func_proto - 0 it:1155
func_proto - 597 it:1155
func_proto - 1156 it:1155
func_proto - 0 it:1157
func_proto - 597 it:1157
func_proto - 1150 it:1157
func_proto - 0 it:1158
func_proto - 597 it:1158 start:597 end:597
func_proto - 652 it:1158
func_proto - 0 it:1159
func_proto - 597 it:1159 task__nullable:637 flags:618
func_proto - 637 it:1159
func_proto - 0 it:1160
func_proto - 597 it:1160 task:637 addr:595
func_proto - 796 it:1160
func_proto - 0 bkey:1161
func_proto - 0 p:1162
func_proto - 1163 head:1164
func_proto - 597 head:1164 node:1163 meta__ign:593 off:595
func_proto - 0 flags__irq_flag:687
func_proto - 1161 id:595
func_proto - 1161 serial:973 flags:595
func_proto - 977 map:1165
func_proto - 0 p__alloc:593 meta__ign:593
func_proto - 593 local_type_id__k:595 meta__ign:593
func_proto - 597 path:1166 buf:607 buf__sz:614
func_proto - 0 file:788
func_proto - 597 root:1167 node:1168 less:1169 meta__ign:593 off:595
func_proto - 604 -:1168 -:1170
func_proto - 1168 root:1167
func_proto - 1168 root:1167 node:1168
func_proto - 593 obj__ign:710 btf_id__k:590
func_proto - 593 p__refcounted_kptr:593 meta__ign:593
func_proto - 597 dentry:749 name__str:709
func_proto - 597 lock:1171
func_proto - 597 lock:1171 flags__irq_flag:687
func_proto - 0 lock:1171
func_proto - 0 lock:1171 flags__irq_flag:687
func_proto - 597 task:637 sig:597 type:1172 value:595
func_proto - 1173
func_proto - 604
func_proto - 597 dentry:749 name__str:709 value_p:1142 flags:597
func_proto - 597 s:1148 sk:752 attrs:1174 attrs__sz:597
func_proto - 1144 skb_ctx:1148 bpf_tuple:1175 tuple__sz:590 opts:1176 opts__sz:590
func_proto - 1143 skb_ctx:1148 bpf_tuple:1175 tuple__sz:590 opts:1176 opts__sz:590
func_proto - 597 sa_kern:1177 sun_path:1178 sun_path__sz:590
func_proto - 597 sock:1179
func_proto - 597 skops:1180 flags:595
func_proto - 597 s1__ign:709 s2__ign:709
func_proto - 597 s__ign:709 c:1181
func_proto - 597 s__ign:709 reject__ign:709
func_proto - 597 stream_id:597 fmt__str:709 args:710 len__sz:590 aux__prog:593
func_proto - 597 s__ign:709
func_proto - 597 s__ign:709 count:614 c:1181
func_proto - 597 s__ign:709 count:614
func_proto - 597 s1__ign:709 s2__ign:709 len:614
func_proto - 597 s__ign:709 c:597
func_proto - 597 s__ign:709 accept__ign:709
func_proto - 637 p:637
func_proto - 637 pid:973
func_proto - 637 vpid:973
func_proto - 699 task:637 hierarchy_id:597
func_proto - 0 p:637
func_proto - 768 task:637 ancestor:699
func_proto - 597 task:637 tw:1182 map__map:593 callback:1183 aux__prog:593
func_proto - 0 cookie:595
func_proto - 597 wq:1184 p__map:593 flags:618
func_proto - 597 wq:1184 callback_fn:1185 flags:618 aux__prog:593
func_proto - 597 -:593 -:652 -:593
func_proto - 597 wq:1184 flags:618
func_proto - 1144 xdp_ctx:1149 bpf_tuple:1175 tuple__sz:590 opts:1176 opts__sz:590
func_proto - 1143 xdp_ctx:1149 bpf_tuple:1175 tuple__sz:590 opts:1176 opts__sz:590
func_proto - 1186 ctx:1149 opts:1187 opts__sz:590
func_proto - 597 ctx:1188 hash:854 rss_type:1189
func_proto - 597 ctx:1188 timestamp:1094
func_proto - 597 ctx:1188 vlan_proto:1190 vlan_tci:1191
func_proto - 597 x:1149 len:590
func_proto - 0 x:1186
func_proto - 0 -:593 -:604 -:637 -:637 -:618
typedef btf_trace_sched_switch 1192
func_proto - 0 -:593 -:637
typedef btf_trace_sched_wakeup 1193
func_proto - 0 -:593 -:637 -:648 -:1194
typedef btf_trace_sched_process_exec 1195
func_proto - 0 -:593 -:637 -:604
typedef btf_trace_sched_process_exit 1196
func_proto - 0 -:593 -:637 -:637
typedef btf_trace_sched_process_fork 1197
func_proto - 0 -:593 -:1198 -:768
typedef btf_trace_sys_enter 1199
typedef btf_trace_sys_exit 1199
func_proto - 0 -:593 -:1200 -:1201 -:604
typedef btf_trace_hrtimer_start 1202
func_proto - 0 -:593 -:1200 -:1203
typedef btf_trace_hrtimer_expire_entry 1204
func_proto - 0 -:593 -:1200
typedef btf_trace_hrtimer_expire_exit 1205
typedef btf_trace_hrtimer_cancel 1205
func_proto - 0 -:593 -:1206 -:636
typedef btf_trace_timer_start 1207
typedef btf_trace_timer_expire_entry 1207
func_proto - 0 -:593 -:1206
typedef btf_trace_timer_cancel 1208
func_proto - 0 -:593 -:597 -:1209
typedef btf_trace_irq_handler_entry 1210
func_proto - 0 -:593 -:618
typedef btf_trace_softirq_entry 1211
typedef btf_trace_softirq_exit 1211
func_proto - 0 -:593 -:1212
typedef btf_trace_workqueue_execute_start 1213
func_proto - 0 -:593 -:975 -:593 -:1214 -:752
typedef btf_trace_kfree_skb 1215
func_proto - 0 -:593 -:975
typedef btf_trace_netif_receive_skb 1216
typedef btf_trace_net_dev_queue 1216
func_proto - 0 -:593 -:637 -:595
typedef btf_trace_task_newtask 1217
func_proto - 0 -:593 -:637 -:709
typedef btf_trace_task_rename 1218
func_proto - 0 -:593 -:1219 -:1220 -:590
typedef btf_trace_xdp_exception 1221
func bpf_iter_task 1222 0
func bpf_iter_bpf_map 1223 0
func bpf_iter_bpf_prog 1224 0
func bpf_iter_bpf_map_elem 1225 0
func bpf_iter_task_file 1226 0
var bpf_prog_active 597 1
var runqueues 1227 1
var cpu_number 597 1
var irq_stat 1228 1
array - 605 597 32
typedef u32 747
ptr - 1229
ptr - 1
ptr - 0
enum bpf_map_type BPF_MAP_TYPE_UNSPEC=0 BPF_MAP_TYPE_HASH=1 BPF_MAP_TYPE_ARRAY=2 BPF_MAP_TYPE_PROG_ARRAY=3 BPF_MAP_TYPE_PERF_EVENT_ARRAY=4 BPF_MAP_TYPE_PERCPU_HASH=5 BPF_MAP_TYPE_PERCPU_ARRAY=6 BPF_MAP_TYPE_STACK_TRACE=7 BPF_MAP_TYPE_CGROUP_ARRAY=8 BPF_MAP_TYPE_LRU_HASH=9 BPF_MAP_TYPE_LRU_PERCPU_HASH=10 BPF_MAP_TYPE_LPM_TRIE=11 BPF_MAP_TYPE_ARRAY_OF_MAPS=12 BPF_MAP_TYPE_HASH_OF_MAPS=13 BPF_MAP_TYPE_DEVMAP=14 BPF_MAP_TYPE_SOCKMAP=15 BPF_MAP_TYPE_CPUMAP=16 BPF_MAP_TYPE_XSKMAP=17 BPF_MAP_TYPE_SOCKHASH=18 BPF_MAP_TYPE_CGROUP_STORAGE_DEPRECATED=19 BPF_MAP_TYPE_CGROUP_STORAGE=19 BPF_MAP_TYPE_REUSEPORT_SOCKARRAY=20 BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE_DEPRECATED=21 BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE=21 BPF_MAP_TYPE_QUEUE=22 BPF_MAP_TYPE_STACK=23 BPF_MAP_TYPE_SK_STORAGE=24 BPF_MAP_TYPE_DEVMAP_HASH=25 BPF_MAP_TYPE_STRUCT_OPS=26 BPF_MAP_TYPE_RINGBUF=27 BPF_MAP_TYPE_INODE_STORAGE=28 BPF_MAP_TYPE_TASK_STORAGE=29 BPF_MAP_TYPE_BLOOM_FILTER=30 BPF_MAP_TYPE_USER_RINGBUF=31 BPF_MAP_TYPE_CGRP_STORAGE=32 BPF_MAP_TYPE_ARENA=33 __MAX_BPF_MAP_TYPE=34
typedef u64 800
ptr - 71
int int 4 1 32
ptr - 62
ptr - 68
array - 1181 597 16
typedef atomic64_t 107
typedef spinlock_t 119
ptr - 60
typedef bool 1230
typedef u8 756
ptr - 977
ptr - 1181
ptr - 389
ptr - 390
ptr - 1231
typedef atomic_t 111
array - 1232 597 0
ptr - 392
typedef size_t 1233
typedef rqspinlock_t 109
ptr - 1234
ptr - 153
int unsigned+int 4 0 32
ptr - 752
ptr - 393
ptr - 1235
array - 1236 597 0
array - 752 597 0
array - 1181 597 0
ptr - 394
typedef u16 754
ptr - 1237
ptr - 990
ptr - 1238
array - 593 597 8
ptr - 135
ptr - 396
array - 636 597 0
ptr - 398
typedef refcount_t 137
int long+unsigned+int 8 0 64
ptr - 19
ptr - 150
ptr - 1239
ptr - 1240
ptr - 1241
ptr - 643
typedef cpumask_t 87
int short+unsigned+int 2 0 16
ptr - 1242
ptr - 20
ptr - 228
typedef pid_t 1243
ptr - 25
array - 164 597 4
ptr - 1244
ptr - 597
ptr - 1245
ptr - 1246
ptr - 1247
ptr - 1248
ptr - 1249
ptr - 1250
ptr - 26
ptr - 69
ptr - 70
typedef sigset_t 172
ptr - 118
ptr - 1251
typedef kuid_t 174
typedef raw_spinlock_t 108
ptr - 1252
ptr - 106
ptr - 1253
ptr - 1254
ptr - 1255
ptr - 1256
ptr - 1257
ptr - 1258
typedef nodemask_t 179
typedef seqcount_spinlock_t 180
ptr - 21
ptr - 65
ptr - 1259
ptr - 1260
array - 605 597 4
ptr - 1261
ptr - 1262
ptr - 1263
int short+int 2 1 16
ptr - 1264
ptr - 636
array - 636 597 3
ptr - 1265
ptr - 1266
ptr - 1267
ptr - 1268
ptr - 1269
ptr - 1270
ptr - 1271
ptr - 1272
ptr - 1273
array - 1039 597 12
ptr - 22
array - 115 597 12
ptr - 23
array - 203 597 3
array - 597 597 12
ptr - 1274
ptr - 1275
typedef wait_queue_head_t 207
ptr - 1276
array - 699 597 0
ptr - 1277
ptr - 1278
typedef umode_t 644
ptr - 1279
typedef atomic_long_t 601
typedef kgid_t 214
typedef kernel_cap_t 215
int unsigned+char 1 0 8
ptr - 1280
ptr - 1281
ptr - 1282
ptr - 1283
array - 153 597 4
array - 218 597 0
ptr - 1284
ptr - 1285
ptr - 1286
ptr - 1287
ptr - 1288
ptr - 1289
ptr - 1290
typedef fmode_t 618
ptr - 1291
ptr - 28
ptr - 1292
typedef loff_t 1293
typedef errseq_t 590
typedef file_ref_t 224
ptr - 1294
ptr - 1295
ptr - 1296
typedef dev_t 1297
typedef time64_t 1298
enum rw_hint WRITE_LIFE_NOT_SET=0 WRITE_LIFE_NONE=1 WRITE_LIFE_SHORT=2 WRITE_LIFE_MEDIUM=3 WRITE_LIFE_LONG=4 WRITE_LIFE_EXTREME=5 WRITE_LIFE_HINT_NR=6
typedef blkcnt_t 595
enum inode_state_flags_t I_NEW=1 I_SYNC=2 I_LRU_ISOLATING=4 I_DIRTY_SYNC=16 I_DIRTY_DATASYNC=32 I_DIRTY_PAGES=64 I_WILL_FREE=128 I_FREEING=256 I_CLEAR=512 I_REFERENCED=1024 I_LINKABLE=2048 I_DIRTY_TIME=4096 I_WB_SWITCH=8192 I_OVL_INUSE=16384 I_CREATING=32768 I_DONTCACHE=65536 I_SYNC_QUEUED=131072 I_PINNING_NETFS_WB=262144
ptr - 1299
ptr - 1300
typedef __u32 618
ptr - 1301
ptr - 29
ptr - 1302
ptr - 1303
ptr - 33
array - 1181 597 48
typedef __u16 644
array - 756 597 0
typedef __u8 716
typedef sk_buff_data_t 618
ptr - 716
ptr - 1304
volatile - 716
ptr - 1305
typedef possible_net_t 264
array - 597 597 0
typedef __s32 597
ptr - 1306
ptr - 1307
ptr - 0
int long+int 8 1 64
ptr - 35
array - 1308 597 2
typedef socket_lock_t 278
typedef netdev_features_t 595
typedef gfp_t 618
typedef rwlock_t 280
typedef ktime_t 977
ptr - 0
ptr - 1309
ptr - 1310
typedef netns_tracker 123
ptr - 1311
ptr - 1312
typedef __be32 747
typedef __s16 685
typedef __be16 754
ptr - 1313
ptr - 1314
typedef socket_state 1315
ptr - 27
ptr - 1316
ptr - 1317
ptr - 1318
ptr - 63
ptr - 0
ptr - 1319
ptr - 1320
ptr - 57
ptr - 24
array - 1181 597 256
array - 800 597 2
typedef __u64 958
array - 800 597 3
array - 800 597 4
array - 747 597 1
typedef pgprot_t 315
ptr - 1321
ptr - 1322
ptr - 1323
ptr - 1324
ptr - 0
ptr - 1325
ptr - 0
enum bpf_prog_type BPF_PROG_TYPE_UNSPEC=0 BPF_PROG_TYPE_SOCKET_FILTER=1 BPF_PROG_TYPE_KPROBE=2 BPF_PROG_TYPE_SCHED_CLS=3 BPF_PROG_TYPE_SCHED_ACT=4 BPF_PROG_TYPE_TRACEPOINT=5 BPF_PROG_TYPE_XDP=6 BPF_PROG_TYPE_PERF_EVENT=7 BPF_PROG_TYPE_CGROUP_SKB=8 BPF_PROG_TYPE_CGROUP_SOCK=9 BPF_PROG_TYPE_LWT_IN=10 BPF_PROG_TYPE_LWT_OUT=11 BPF_PROG_TYPE_LWT_XMIT=12 BPF_PROG_TYPE_SOCK_OPS=13 BPF_PROG_TYPE_SK_SKB=14 BPF_PROG_TYPE_CGROUP_DEVICE=15 BPF_PROG_TYPE_SK_MSG=16 BPF_PROG_TYPE_RAW_TRACEPOINT=17 BPF_PROG_TYPE_CGROUP_SOCK_ADDR=18 BPF_PROG_TYPE_LWT_SEG6LOCAL=19 BPF_PROG_TYPE_LIRC_MODE2=20 BPF_PROG_TYPE_SK_REUSEPORT=21 BPF_PROG_TYPE_FLOW_DISSECTOR=22 BPF_PROG_TYPE_CGROUP_SYSCTL=23 BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE=24 BPF_PROG_TYPE_CGROUP_SOCKOPT=25 BPF_PROG_TYPE_TRACING=26 BPF_PROG_TYPE_STRUCT_OPS=27 BPF_PROG_TYPE_EXT=28 BPF_PROG_TYPE_LSM=29 BPF_PROG_TYPE_SK_LOOKUP=30 BPF_PROG_TYPE_SYSCALL=31 BPF_PROG_TYPE_NETFILTER=32 __MAX_BPF_PROG_TYPE=33
array - 595 597 2
ptr - 1326
enum bpf_attach_type BPF_CGROUP_INET_INGRESS=0 BPF_CGROUP_INET_EGRESS=1 BPF_CGROUP_INET_SOCK_CREATE=2 BPF_CGROUP_SOCK_OPS=3 BPF_SK_SKB_STREAM_PARSER=4 BPF_SK_SKB_STREAM_VERDICT=5 BPF_CGROUP_DEVICE=6 BPF_SK_MSG_VERDICT=7 BPF_CGROUP_INET4_BIND=8 BPF_CGROUP_INET6_BIND=9 BPF_CGROUP_INET4_CONNECT=10 BPF_CGROUP_INET6_CONNECT=11 BPF_CGROUP_INET4_POST_BIND=12 BPF_CGROUP_INET6_POST_BIND=13 BPF_CGROUP_UDP4_SENDMSG=14 BPF_CGROUP_UDP6_SENDMSG=15 BPF_LIRC_MODE2=16 BPF_FLOW_DISSECTOR=17 BPF_CGROUP_SYSCTL=18 BPF_CGROUP_UDP4_RECVMSG=19 BPF_CGROUP_UDP6_RECVMSG=20 BPF_CGROUP_GETSOCKOPT=21 BPF_CGROUP_SETSOCKOPT=22 BPF_TRACE_RAW_TP=23 BPF_TRACE_FENTRY=24 BPF_TRACE_FEXIT=25 BPF_MODIFY_RETURN=26 BPF_LSM_MAC=27 BPF_TRACE_ITER=28 BPF_CGROUP_INET4_GETPEERNAME=29 BPF_CGROUP_INET6_GETPEERNAME=30 BPF_CGROUP_INET4_GETSOCKNAME=31 BPF_CGROUP_INET6_GETSOCKNAME=32 BPF_XDP_DEVMAP=33 BPF_CGROUP_INET_SOCK_RELEASE=34 BPF_XDP_CPUMAP=35 BPF_SK_LOOKUP=36 BPF_XDP=37 BPF_SK_SKB_VERDICT=38 BPF_SK_REUSEPORT_SELECT=39 BPF_SK_REUSEPORT_SELECT_OR_MIGRATE=40 BPF_PERF_EVENT=41 BPF_TRACE_KPROBE_MULTI=42 BPF_LSM_CGROUP=43 BPF_STRUCT_OPS=44 BPF_NETFILTER=45 BPF_TCX_INGRESS=46 BPF_TCX_EGRESS=47 BPF_TRACE_UPROBE_MULTI=48 BPF_CGROUP_UNIX_CONNECT=49 BPF_CGROUP_UNIX_SENDMSG=50 BPF_CGROUP_UNIX_RECVMSG=51 BPF_CGROUP_UNIX_GETPEERNAME=52 BPF_CGROUP_UNIX_GETSOCKNAME=53 BPF_NETKIT_PRIMARY=54 BPF_NETKIT_PEER=55 BPF_TRACE_KPROBE_SESSION=56 BPF_TRACE_UPROBE_SESSION=57 __MAX_BPF_ATTACH_TYPE=58
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 1327
ptr - 1328
ptr - 590
ptr - 1329
ptr - 1330
ptr - 1331
ptr - 1332
array - 1181 597 56
ptr - 747
ptr - 1333
ptr - 1334
ptr - 1335
typedef s16 783
array - 322 597 16
array - 1336 597 2
ptr - 1337
ptr - 1338
ptr - 1339
ptr - 66
ptr - 1340
ptr - 1341
ptr - 1342
ptr - 1343
typedef xdp_features_t 590
ptr - 1344
ptr - 1345
ptr - 1346
ptr - 1347
ptr - 1348
ptr - 1349
array - 716 597 32
ptr - 1350
ptr - 1351
ptr - 1352
ptr - 1353
ptr - 1354
ptr - 1355
array - 153 597 16
ptr - 0
enum netdev_ml_priv_type ML_PRIV_NONE=0 ML_PRIV_CAN=1
enum netdev_stat_type NETDEV_PCPU_STAT_NONE=0 NETDEV_PCPU_STAT_LSTATS=1 NETDEV_PCPU_STAT_TSTATS=2 NETDEV_PCPU_STAT_DSTATS=3
array - 894 597 5
ptr - 1356
ptr - 1357
ptr - 1358
ptr - 1359
ptr - 1360
array - 605 597 16
ptr - 1361
ptr - 1362
ptr - 1363
ptr - 1364
ptr - 1365
ptr - 1366
ptr - 1367
ptr - 1368
ptr - 1369
array - 360 597 3
typedef netdevice_tracker 123
ptr - 1370
ptr - 1371
ptr - 1372
ptr - 1373
array - 153 597 2
ptr - 1374
array - 605 597 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 361
ptr - 1375
ptr - 0
ptr - 67
ptr - 1376
ptr - 1377
ptr - 1378
ptr - 18
ptr - 0
ptr - 870
ptr - 1379
ptr - 1380
ptr - 1381
ptr - 1382
ptr - 1383
ptr - 592
ptr - 1384
array - 592 597 2
ptr - 0
ptr - 1385
ptr - 1386
ptr - 1387
ptr - 1388
ptr - 1389
ptr - 593
ptr - 1390
ptr - 1391
array - 370 597 2
ptr - 1392
array - 373 597 2
array - 649 597 4
ptr - 1393
ptr - 1394
typedef seqlock_t 376
int long+long+unsigned+int 8 0 64
array - 306 597 16
ptr - 1395
ptr - 1396
array - 378 597 64
array - 72 597 0
enum btf_field_type BPF_SPIN_LOCK=1 BPF_TIMER=2 BPF_KPTR_UNREF=4 BPF_KPTR_REF=8 BPF_KPTR_PERCPU=16 BPF_KPTR=28 BPF_LIST_HEAD=32 BPF_LIST_NODE=64 BPF_RB_ROOT=128 BPF_RB_NODE=256 BPF_GRAPH_NODE=320 BPF_GRAPH_ROOT=160 BPF_REFCOUNT=512 BPF_WORKQUEUE=1024 BPF_UPTR=2048 BPF_RES_SPIN_LOCK=4096 BPF_TASK_WORK=8192
ptr - 1397
ptr - 1398
ptr - 39
ptr - 41
array - 636 597 4
ptr - 1399
array - 800 597 1
array - 605 597 3
typedef s32 764
ptr - 1400
ptr - 31
typedef xfrm_address_t 388
typedef s64 1298
typedef arch_spinlock_t 109
ptr - 115
typedef work_func_t 1401
ptr - 0
array - 593 597 0
ptr - 1402
typedef del_from_htab_func 1403
ptr - 131
ptr - 1404
array - 115 597 3
array - 618 597 2
ptr - 973
ptr - 1405
ptr - 146
enum bpf_struct_ops_state BPF_STRUCT_OPS_STATE_INIT=0 BPF_STRUCT_OPS_STATE_INUSE=1 BPF_STRUCT_OPS_STATE_TOBEFREE=2 BPF_STRUCT_OPS_STATE_READY=3
ptr - 142
ptr - 144
ptr - 1406
ptr - 149
ptr - 1407
ptr - 1227
typedef dl_server_pick_f 1408
ptr - 164
ptr - 0
typedef clockid_t 1409
enum timespec_type TT_NONE=0 TT_NATIVE=1 TT_COMPAT=2
ptr - 1410
ptr - 1411
ptr - 1412
ptr - 1000
array - 167 597 3
ptr - 1413
array - 636 597 1
typedef uid_t 1414
ptr - 1415
ptr - 177
array - 636 597 16
typedef seqcount_t 181
ptr - 1416
ptr - 1417
array - 190 597 3
array - 1418 597 4
ptr - 1419
ptr - 1420
ptr - 1421
ptr - 1422
ptr - 618
typedef vm_flags_t 636
array - 636 597 56
array - 132 597 4
ptr - 1423
typedef mm_context_t 197
typedef mm_flags_t 198
ptr - 1424
ptr - 1425
typedef mm_id_t 618
ptr - 1426
ptr - 1427
ptr - 1428
ptr - 1429
ptr - 1430
ptr - 200
ptr - 1431
ptr - 1432
array - 1046 597 38
array - 153 597 38
array - 605 597 38
array - 595 597 38
ptr - 1433
ptr - 1434
ptr - 1435
ptr - 1436
typedef gid_t 1437
ptr - 1438
const - 30
typedef freeptr_t 223
const - 618
ptr - 0
ptr - 1439
ptr - 1440
ptr - 232
ptr - 1058
const - 234
array - 716 597 40
array - 636 597 5
ptr - 706
ptr - 0
typedef __wsum 747
typedef __addrpair 800
array - 754 597 2
typedef __portpair 747
array - 756 597 16
array - 784 597 8
array - 782 597 4
ptr - 1441
ptr - 269
ptr - 1073
ptr - 299
typedef arch_rwlock_t 281
ptr - 1442
typedef dscp_t 605
typedef __be64 800
ptr - 1443
typedef __kernel_ulong_t 636
typedef pgprotval_t 636
const - 1025
ptr - 1444
ptr - 1445
ptr - 1446
ptr - 1447
ptr - 351
ptr - 1448
ptr - 1449
ptr - 1450
ptr - 1451
ptr - 1452
ptr - 595
ptr - 1453
ptr - 1454
ptr - 1455
ptr - 1456
ptr - 1457
ptr - 1458
ptr - 894
ptr - 0
ptr - 1459
ptr - 1460
ptr - 1461
enum device_removable DEVICE_REMOVABLE_NOT_SUPPORTED=0 DEVICE_REMOVABLE_UNKNOWN=1 DEVICE_FIXED=2 DEVICE_REMOVABLE=3
ptr - 352
ptr - 1462
enum dl_dev_state DL_DEV_NO_DRIVER=0 DL_DEV_PROBING=1 DL_DEV_DRIVER_BOUND=2 DL_DEV_UNBINDING=3
typedef pm_message_t 357
ptr - 1463
enum rpm_request RPM_REQ_NONE=0 RPM_REQ_IDLE=1 RPM_REQ_SUSPEND=2 RPM_REQ_AUTOSUSPEND=3 RPM_REQ_RESUME=4
enum rpm_status RPM_INVALID=-1 RPM_ACTIVE=0 RPM_RESUMING=1 RPM_SUSPENDED=2 RPM_SUSPENDING=3 RPM_BLOCKED=4
ptr - 1464
ptr - 0
ptr - 1465
ptr - 1466
ptr - 1467
ptr - 1468
array - 605 597 8
array - 365 597 0
array - 367 597 0
array - 1181 597 512
array - 146 597 2
typedef __sighandler_t 1469
typedef __sigrestore_t 1470
typedef btf_dtor_kfunc_t 1471
array - 590 597 4
array - 613 597 2
ptr - 1472
ptr - 1473
ptr - 1016
ptr - 0
typedef phys_addr_t 595
ptr - 1474
ptr - 45
ptr - 56
ptr - 1475
ptr - 87
ptr - 88
ptr - 1476
ptr - 1477
ptr - 1478
ptr - 1479
ptr - 1480
enum nf_nat_manip_type NF_NAT_MANIP_SRC=0 NF_NAT_MANIP_DST=1
ptr - 1481
ptr - 1482
ptr - 89
ptr - 1483
ptr - 90
ptr - 1484
ptr - 91
ptr - 92
ptr - 93
ptr - 1485
ptr - 94
ptr - 95
ptr - 96
ptr - 97
ptr - 98
ptr - 99
ptr - 52
ptr - 51
ptr - 1486
ptr - 1052
ptr - 53
ptr - 54
ptr - 487
ptr - 1487
ptr - 50
enum pid_type PIDTYPE_PID=0 PIDTYPE_TGID=1 PIDTYPE_PGID=2 PIDTYPE_SID=3 PIDTYPE_MAX=4
ptr - 800
ptr - 100
ptr - 101
ptr - 102
ptr - 103
ptr - 1488
ptr - 32
ptr - 104
int char 1 0 8
ptr - 48
typedef bpf_task_work_callback_t 820
ptr - 47
ptr - 527
ptr - 1489
ptr - 105
ptr - 1490
ptr - 1491
ptr - 784
ptr - 626
ptr - 537
ptr - 539
ptr - 40
ptr - 541
ptr - 543
ptr - 545
ptr - 37
ptr - 547
ptr - 58
enum hrtimer_mode HRTIMER_MODE_ABS=0 HRTIMER_MODE_REL=1 HRTIMER_MODE_PINNED=2 HRTIMER_MODE_SOFT=4 HRTIMER_MODE_HARD=8 HRTIMER_MODE_ABS_PINNED=2 HRTIMER_MODE_REL_PINNED=3 HRTIMER_MODE_ABS_SOFT=4 HRTIMER_MODE_REL_SOFT=5 HRTIMER_MODE_ABS_PINNED_SOFT=6 HRTIMER_MODE_REL_PINNED_SOFT=7 HRTIMER_MODE_ABS_HARD=8 HRTIMER_MODE_REL_HARD=9 HRTIMER_MODE_ABS_PINNED_HARD=10 HRTIMER_MODE_REL_PINNED_HARD=11
ptr - 550
ptr - 775
ptr - 552
ptr - 554
ptr - 59
ptr - 557
ptr - 560
ptr - 1492
ptr - 562
ptr - 564
ptr - 117
ptr - 567
enum skb_drop_reason SKB_NOT_DROPPED_YET=0 SKB_CONSUMED=1 SKB_DROP_REASON_NOT_SPECIFIED=2 SKB_DROP_REASON_NO_SOCKET=3 SKB_DROP_REASON_SOCKET_CLOSE=4 SKB_DROP_REASON_SOCKET_FILTER=5 SKB_DROP_REASON_SOCKET_RCVBUFF=6 SKB_DROP_REASON_UNIX_DISCONNECT=7 SKB_DROP_REASON_UNIX_SKIP_OOB=8 SKB_DROP_REASON_PKT_TOO_SMALL=9 SKB_DROP_REASON_TCP_CSUM=10 SKB_DROP_REASON_UDP_CSUM=11 SKB_DROP_REASON_NETFILTER_DROP=12 SKB_DROP_REASON_OTHERHOST=13 SKB_DROP_REASON_IP_CSUM=14 SKB_DROP_REASON_IP_INHDR=15 SKB_DROP_REASON_IP_RPFILTER=16 SKB_DROP_REASON_UNICAST_IN_L2_MULTICAST=17 SKB_DROP_REASON_XFRM_POLICY=18 SKB_DROP_REASON_IP_NOPROTO=19 SKB_DROP_REASON_PROTO_MEM=20 SKB_DROP_REASON_TCP_AUTH_HDR=21 SKB_DROP_REASON_TCP_MD5NOTFOUND=22 SKB_DROP_REASON_TCP_MD5UNEXPECTED=23 SKB_DROP_REASON_TCP_MD5FAILURE=24 SKB_DROP_REASON_TCP_AONOTFOUND=25 SKB_DROP_REASON_TCP_AOUNEXPECTED=26 SKB_DROP_REASON_TCP_AOKEYNOTFOUND=27 SKB_DROP_REASON_TCP_AOFAILURE=28 SKB_DROP_REASON_SOCKET_BACKLOG=29 SKB_DROP_REASON_TCP_FLAGS=30 SKB_DROP_REASON_TCP_ABORT_ON_DATA=31 SKB_DROP_REASON_TCP_ZEROWINDOW=32 SKB_DROP_REASON_TCP_OLD_DATA=33 SKB_DROP_REASON_TCP_OVERWINDOW=34 SKB_DROP_REASON_TCP_OFOMERGE=35 SKB_DROP_REASON_TCP_RFC7323_PAWS=36 SKB_DROP_REASON_TCP_RFC7323_PAWS_ACK=37 SKB_DROP_REASON_TCP_RFC7323_TW_PAWS=38 SKB_DROP_REASON_TCP_RFC7323_TSECR=39 SKB_DROP_REASON_TCP_LISTEN_OVERFLOW=40 SKB_DROP_REASON_TCP_OLD_SEQUENCE=41 SKB_DROP_REASON_TCP_INVALID_SEQUENCE=42 SKB_DROP_REASON_TCP_INVALID_END_SEQUENCE=43 SKB_DROP_REASON_TCP_INVALID_ACK_SEQUENCE=44 SKB_DROP_REASON_TCP_RESET=45 SKB_DROP_REASON_TCP_INVALID_SYN=46 SKB_DROP_REASON_TCP_CLOSE=47 SKB_DROP_REASON_TCP_FASTOPEN=48 SKB_DROP_REASON_TCP_OLD_ACK=49 SKB_DROP_REASON_TCP_TOO_OLD_ACK=50 SKB_DROP_REASON_TCP_ACK_UNSENT_DATA=51 SKB_DROP_REASON_TCP_OFO_QUEUE_PRUNE=52 SKB_DROP_REASON_TCP_OFO_DROP=53 SKB_DROP_REASON_IP_OUTNOROUTES=54 SKB_DROP_REASON_BPF_CGROUP_EGRESS=55 SKB_DROP_REASON_IPV6DISABLED=56 SKB_DROP_REASON_NEIGH_CREATEFAIL=57 SKB_DROP_REASON_NEIGH_FAILED=58 SKB_DROP_REASON_NEIGH_QUEUEFULL=59 SKB_DROP_REASON_NEIGH_DEAD=60 SKB_DROP_REASON_NEIGH_HH_FILLFAIL=61 SKB_DROP_REASON_TC_EGRESS=62 SKB_DROP_REASON_SECURITY_HOOK=63 SKB_DROP_REASON_QDISC_DROP=64 SKB_DROP_REASON_QDISC_OVERLIMIT=65 SKB_DROP_REASON_QDISC_CONGESTED=66 SKB_DROP_REASON_CAKE_FLOOD=67 SKB_DROP_REASON_FQ_BAND_LIMIT=68 SKB_DROP_REASON_FQ_HORIZON_LIMIT=69 SKB_DROP_REASON_FQ_FLOW_LIMIT=70 SKB_DROP_REASON_CPU_BACKLOG=71 SKB_DROP_REASON_XDP=72 SKB_DROP_REASON_TC_INGRESS=73 SKB_DROP_REASON_UNHANDLED_PROTO=74 SKB_DROP_REASON_SKB_CSUM=75 SKB_DROP_REASON_SKB_GSO_SEG=76 SKB_DROP_REASON_SKB_UCOPY_FAULT=77 SKB_DROP_REASON_DEV_HDR=78 SKB_DROP_REASON_DEV_READY=79 SKB_DROP_REASON_FULL_RING=80 SKB_DROP_REASON_NOMEM=81 SKB_DROP_REASON_HDR_TRUNC=82 SKB_DROP_REASON_TAP_FILTER=83 SKB_DROP_REASON_TAP_TXFILTER=84 SKB_DROP_REASON_ICMP_CSUM=85 SKB_DROP_REASON_INVALID_PROTO=86 SKB_DROP_REASON_IP_INADDRERRORS=87 SKB_DROP_REASON_IP_INNOROUTES=88 SKB_DROP_REASON_IP_LOCAL_SOURCE=89 SKB_DROP_REASON_IP_INVALID_SOURCE=90 SKB_DROP_REASON_IP_LOCALNET=91 SKB_DROP_REASON_IP_INVALID_DEST=92 SKB_DROP_REASON_PKT_TOO_BIG=93 SKB_DROP_REASON_DUP_FRAG=94 SKB_DROP_REASON_FRAG_REASM_TIMEOUT=95 SKB_DROP_REASON_FRAG_TOO_FAR=96 SKB_DROP_REASON_TCP_MINTTL=97 SKB_DROP_REASON_IPV6_BAD_EXTHDR=98 SKB_DROP_REASON_IPV6_NDISC_FRAG=99 SKB_DROP_REASON_IPV6_NDISC_HOP_LIMIT=100 SKB_DROP_REASON_IPV6_NDISC_BAD_CODE=101 SKB_DROP_REASON_IPV6_NDISC_BAD_OPTIONS=102 SKB_DROP_REASON_IPV6_NDISC_NS_OTHERHOST=103 SKB_DROP_REASON_QUEUE_PURGE=104 SKB_DROP_REASON_TC_COOKIE_ERROR=105 SKB_DROP_REASON_PACKET_SOCK_ERROR=106 SKB_DROP_REASON_TC_CHAIN_NOTFOUND=107 SKB_DROP_REASON_TC_RECLASSIFY_LOOP=108 SKB_DROP_REASON_VXLAN_INVALID_HDR=109 SKB_DROP_REASON_VXLAN_VNI_NOT_FOUND=110 SKB_DROP_REASON_MAC_INVALID_SOURCE=111 SKB_DROP_REASON_VXLAN_ENTRY_EXISTS=112 SKB_DROP_REASON_NO_TX_TARGET=113 SKB_DROP_REASON_IP_TUNNEL_ECN=114 SKB_DROP_REASON_TUNNEL_TXINFO=115 SKB_DROP_REASON_LOCAL_MAC=116 SKB_DROP_REASON_ARP_PVLAN_DISABLE=117 SKB_DROP_REASON_MAC_IEEE_MAC_CONTROL=118 SKB_DROP_REASON_BRIDGE_INGRESS_STP_STATE=119 SKB_DROP_REASON_CAN_RX_INVALID_FRAME=120 SKB_DROP_REASON_CANFD_RX_INVALID_FRAME=121 SKB_DROP_REASON_CANXL_RX_INVALID_FRAME=122 SKB_DROP_REASON_PFMEMALLOC=123 SKB_DROP_REASON_DUALPI2_STEP_DROP=124 SKB_DROP_REASON_PSP_INPUT=125 SKB_DROP_REASON_PSP_OUTPUT=126 SKB_DROP_REASON_RECURSION_LIMIT=127 SKB_DROP_REASON_MAX=128 SKB_DROP_REASON_SUBSYS_MASK=-65536
ptr - 569
ptr - 571
ptr - 574
ptr - 576
ptr - 1493
ptr - 1494
ptr - 578
func_proto - 597 meta:968 task:637
func_proto - 597 meta:968 map:592
func_proto - 597 meta:968 prog:870
func_proto - 597 meta:968 map:592 key:593 value:593
func_proto - 597 meta:968 task:637 fd:590 file:788
struct rq 3584
typedef irq_cpustat_t 1495
const - 61
int _Bool 1 4 8
ptr - 1496
ptr - 1497
typedef __kernel_size_t 1081
ptr - 1498
ptr - 1499
ptr - 1500
const - 395
ptr - 368
const - 1501
struct task_group 704
const - 643
struct rcu_node 704
typedef __kernel_pid_t 597
struct completion 32
const - 24
struct key 216
struct nameidata 240
struct fs_struct 56
struct files_struct 704
struct io_uring_task 320
struct audit_context 1056
struct rt_mutex_waiter 112
struct bio_list 16
struct blk_plug 64
struct reclaim_state 8
struct io_context 88
struct capture_control 16
typedef kernel_siginfo_t 1502
struct compat_robust_list_head 12
struct futex_pi_state 88
struct perf_event_context 224
struct perf_ctx_data 40
struct mempolicy 288
struct numa_group 56
struct rseq 32
struct pipe_inode_info 176
struct task_delay_info 256
struct mem_cgroup 2176
struct gendisk 568
struct uprobe_task 128
struct bpf_local_storage 176
struct bpf_run_ctx 0
struct bpf_net_context 112
struct cgroup_root 6528
struct cgroup_rstat_base_cpu 128
struct psi_group 720
const - 1181
const - 0
struct kernfs_iattrs 80
struct user_struct 128
struct user_namespace 672
struct ucounts 184
struct group_info 8
struct uts_namespace 488
struct ipc_namespace 1200
struct mnt_namespace 200
struct pid_namespace 344
struct net 4288
struct time_namespace 144
struct cgroup_namespace 104
const - 1503
struct fown_struct 40
typedef __kernel_loff_t 1504
struct posix_acl 24
const - 1505
struct super_block 1472
typedef __kernel_dev_t 590
typedef __s64 1504
struct bdi_writeback 800
struct file_lock_context 56
struct fsnotify_mark_connector 24
const - 1506
struct vfsmount 32
struct skb_ext 8
struct proto 448
struct dst_entry 136
struct sk_filter 32
ptr - 1507
struct sock_reuseport 48
struct numa_drop_counters 128
struct ipv6_pinfo 128
struct ipv6_fl_socklist 32
struct ip_options_rcu 32
struct ip_mc_socklist 48
enum - SS_FREE=0 SS_UNCONNECTED=1 SS_CONNECTING=2 SS_CONNECTED=3 SS_DISCONNECTING=4
const - 1508
struct xdp_rxq_info 64
struct xdp_txq_info 8
const - 1509
const - 27
struct anon_vma 96
const - 1510
struct vma_numab_state 40
struct pfnmap_track_ctx 24
struct hrtimer_clock_base 64
const - 1511
const - 1512
ptr - 1511
struct btf_kfunc_set_tab 2016
struct btf_id_dtor_kfunc_tab 4
struct btf_struct_metas 8
struct btf_struct_ops_tab 8
const - 1513
const - 64
struct netdev_queue 320
ptr - 1514
struct nf_hook_entries 8
struct bpf_mprog_entry 520
struct inet6_dev 1056
struct netdev_rx_queue 192
typedef rx_handler_func_t 0
struct netdev_name_node 64
struct dev_ifalias 16
const - 1515
const - 1516
struct net_device_core_stats 32
const - 1517
const - 1518
const - 1519
struct kset 96
struct in_device 360
const - 716
struct cpu_rmap 16
struct Qdisc 384
struct xdp_dev_bulk_queue 176
const - 1520
const - 1521
const - 1522
const - 1523
const - 1524
struct netprio_map 24
struct phy_link_topology 24
struct phy_device 1408
fwd sfp_bus 0
struct lock_class_key 0
const - 1525
struct udp_tunnel_nic 144
struct netdev_config 8
struct ethtool_netdev_state 56
struct rtnl_hw_stats64 72
struct devlink_port 288
struct dim_irq_moder 40
struct napi_config 64
struct hwtstamp_provider 40
struct bpf_prog_stats 32
struct sock_fprog_kern 16
struct bpf_ctx_arg_aux 32
struct bpf_trampoline 184
struct bpf_jit_poke_descriptor 56
struct bpf_kfunc_desc_tab 12296
struct bpf_kfunc_btf_tab 6152
const - 1526
const - 1472
struct btf_mod_pair 16
struct bpf_token 88
struct bpf_prog_offload 72
struct bpf_func_info 8
struct bpf_func_info_aux 4
struct bpf_line_info 16
struct module 768
struct exception_table_entry 12
struct core_state 56
struct tty_struct 656
struct autogroup 72
struct taskstats 560
struct tty_audit_buf 56
struct bpf_mem_caches 2288
struct bpf_mem_cache 208
const - 1527
struct sockaddr 16
ptr - 0
struct pcpu_freelist_head 16
ptr - 0
struct bpf_lru_locallist 32
struct bpf_link 88
struct cfs_rq 512
struct rt_rq 1704
ptr - 0
typedef __kernel_clockid_t 597
struct __kernel_timespec 16
struct old_timespec32 8
struct pollfd 8
struct sem_undo_list 24
typedef __kernel_uid32_t 618
struct seccomp_filter 224
struct page 64
struct unwind_cache 16
ptr - 1528
struct io_bitmap 8208
typedef pgd_t 1529
struct mm_cid 16
struct futex_private_hash 64
struct linux_binfmt 48
struct kioctx_table 24
struct mmu_notifier_subscriptions 80
struct ldt_struct 16
const - 1530
struct xol_area 48
struct cgroup_subsys 256
struct css_rstat_cpu 32
struct percpu_ref_data 56
struct workqueue_struct 320
struct bpf_prog_array 16
struct kernfs_root 248
const - 1531
struct kernfs_open_node 72
typedef __kernel_gid32_t 618
struct pidfs_attr 32
const - 1532
struct cdev 104
struct inet_timewait_death_row 128
struct ip_options 16
struct fasync_struct 48
struct userfaultfd_ctx 176
struct pcpu_lstats 16
struct pcpu_sw_netstats 32
struct pcpu_dstats 64
struct device_private 216
const - 1533
const - 1534
struct device_driver 144
struct dev_pm_domain 232
const - 1535
struct device_dma_parameters 16
struct io_tlb_mem 112
struct device_node 144
struct fwnode_handle 64
const - 1536
struct iommu_group 224
struct dev_iommu 72
struct device_physical_location 16
const - 1537
struct wake_irq 24
struct pm_subsys_data 64
struct dev_pm_qos 304
struct irq_domain 184
struct msi_device_data 72
struct bpf_xdp_link 104
ptr - 1538
ptr - 1539
ptr - 0
struct bpf_struct_ops 1816
struct bpf_struct_ops_arg_info 16
type_tag address_space(1) 0
const - 87
const - 1540
const - 45
struct nf_conn 248
struct nf_conn___init 248
union nf_inet_addr 16
const - 1479
struct __sk_buff 192
struct kmem_cache 8416
const - 595
struct dma_buf 232
const - 1
const - 54
const - 605
struct xfrm_state 816
const - 89
enum xdp_rss_hash_type XDP_RSS_L3_IPV4=1 XDP_RSS_L3_IPV6=2 XDP_RSS_L3_DYNHDR=4 XDP_RSS_L4=8 XDP_RSS_L4_TCP=16 XDP_RSS_L4_UDP=32 XDP_RSS_L4_SCTP=64 XDP_RSS_L4_IPSEC=128 XDP_RSS_L4_ICMP=256 XDP_RSS_TYPE_NONE=0 XDP_RSS_TYPE_L2=0 XDP_RSS_TYPE_L3_IPV4=1 XDP_RSS_TYPE_L3_IPV6=2 XDP_RSS_TYPE_L3_IPV4_OPT=5 XDP_RSS_TYPE_L3_IPV6_EX=6 XDP_RSS_TYPE_L4_ANY=8 XDP_RSS_TYPE_L4_IPV4_TCP=25 XDP_RSS_TYPE_L4_IPV4_UDP=41 XDP_RSS_TYPE_L4_IPV4_SCTP=73 XDP_RSS_TYPE_L4_IPV4_IPSEC=137 XDP_RSS_TYPE_L4_IPV4_ICMP=265 XDP_RSS_TYPE_L4_IPV6_TCP=26 XDP_RSS_TYPE_L4_IPV6_UDP=42 XDP_RSS_TYPE_L4_IPV6_SCTP=74 XDP_RSS_TYPE_L4_IPV6_IPSEC=138 XDP_RSS_TYPE_L4_IPV6_ICMP=266 XDP_RSS_TYPE_L4_IPV6_TCP_EX=30 XDP_RSS_TYPE_L4_IPV6_UDP_EX=46 XDP_RSS_TYPE_L4_IPV6_SCTP_EX=78
struct irqaction 128
const - 63
const - 66
struct - 64
struct htab_elem 48
struct stack_map_bucket 16
struct bpf_dtab_netdev 64
struct bpf_cpu_map_entry 360
struct xdp_sock 1088
struct sched_class 224
struct kernel_siginfo 48
struct file_operations 272
int long+long+int 8 1 64
struct inode_operations 256
struct dentry_operations 128
struct xfrm_policy 824
struct proto_ops 224
struct seq_operations 32
struct vm_operations_struct 120
struct btf_type 12
struct bpf_iter_seq_info 32
struct net_device_ops 656
struct xps_dev_maps 24
struct xdp_metadata_ops 24
struct xsk_tx_metadata_ops 32
struct ethtool_ops 656
struct l3mdev_ops 32
struct ndisc_ops 40
struct attribute_group 48
struct rtnl_link_ops 232
struct netdev_stat_ops 24
struct netdev_queue_mgmt_ops 48
struct dcbnl_rtnl_ops 424
struct udp_tunnel_nic_info 72
struct bpf_prog_ops 8
struct bpf_crypto_type 104
struct perf_event 1352
struct - 8
struct vdso_image 104
struct kernfs_ops 104
struct address_space_operations 152
struct device_type 48
struct bus_type 168
struct bus_dma_region 24
struct class 96
struct kobj_type 48
typedef __signalfn_t 0
typedef __restorefn_t 399
struct bpf_crypto_params 408
func __bpf_trap 399 0
func bpf_arena_alloc_pages 400 0
func bpf_arena_free_pages 401 0
func bpf_arena_reserve_pages 402 0
func bpf_cast_to_kern_ctx 403 0
func bpf_cgroup_acquire 404 0
func bpf_cgroup_ancestor 405 0
func bpf_cgroup_from_id 406 0
func bpf_cgroup_read_xattr 407 0
func bpf_cgroup_release 408 0
func bpf_copy_from_user_dynptr 409 0
func bpf_copy_from_user_str 410 0
func bpf_copy_from_user_str_dynptr 409 0
func bpf_copy_from_user_task_dynptr 411 0
func bpf_copy_from_user_task_str 412 0
func bpf_copy_from_user_task_str_dynptr 411 0
func bpf_cpumask_acquire 413 0
func bpf_cpumask_and 414 0
func bpf_cpumask_any_and_distribute 415 0
func bpf_cpumask_any_distribute 416 0
func bpf_cpumask_clear 417 0
func bpf_cpumask_clear_cpu 418 0
func bpf_cpumask_copy 419 0
func bpf_cpumask_create 420 0
func bpf_cpumask_empty 421 0
func bpf_cpumask_equal 422 0
func bpf_cpumask_first 416 0
func bpf_cpumask_first_and 415 0
func bpf_cpumask_first_zero 416 0
func bpf_cpumask_full 421 0
func bpf_cpumask_intersects 422 0
func bpf_cpumask_or 423 0
func bpf_cpumask_populate 424 0
func bpf_cpumask_release 417 0
func bpf_cpumask_set_cpu 418 0
func bpf_cpumask_setall 417 0
func bpf_cpumask_subset 422 0
func bpf_cpumask_weight 416 0
func bpf_cpumask_xor 423 0
func bpf_crypto_ctx_acquire 425 0
func bpf_crypto_ctx_create 426 0
func bpf_crypto_ctx_release 427 0
func bpf_crypto_decrypt 428 0
func bpf_crypto_encrypt 428 0
func bpf_ct_change_status 429 0
func bpf_ct_change_timeout 430 0
func bpf_ct_insert_entry 431 0
func bpf_ct_release 432 0
func bpf_ct_set_nat_info 433 0
func bpf_ct_set_status 434 0
func bpf_ct_set_timeout 435 0
func bpf_dynptr_adjust 436 0
func bpf_dynptr_clone 437 0
func bpf_dynptr_copy 438 0
func bpf_dynptr_from_skb 439 0
func bpf_dynptr_from_skb_meta 440 0
func bpf_dynptr_from_xdp 441 0
func bpf_dynptr_is_null 442 0
func bpf_dynptr_is_rdonly 442 0
func bpf_dynptr_memset 443 0
func bpf_dynptr_size 444 0
func bpf_dynptr_slice 445 0
func bpf_dynptr_slice_rdwr 445 0
func bpf_get_dentry_xattr 446 0
func bpf_get_file_xattr 447 0
func bpf_get_kmem_cache 448 0
func bpf_get_task_exe_file 449 0
func bpf_iter_bits_destroy 450 0
func bpf_iter_bits_new 451 0
func bpf_iter_bits_next 452 0
func bpf_iter_css_destroy 453 0
func bpf_iter_css_new 454 0
func bpf_iter_css_next 455 0
func bpf_iter_css_task_destroy 456 0
func bpf_iter_css_task_new 457 0
func bpf_iter_css_task_next 458 0
func bpf_iter_dmabuf_destroy 459 0
func bpf_iter_dmabuf_new 460 0
func bpf_iter_dmabuf_next 461 0
func bpf_iter_kmem_cache_destroy 462 0
func bpf_iter_kmem_cache_new 463 0
func bpf_iter_kmem_cache_next 464 0
func bpf_iter_num_destroy 465 0
func bpf_iter_num_new 466 0
func bpf_iter_num_next 467 0
func bpf_iter_task_destroy 468 0
func bpf_iter_task_new 469 0
func bpf_iter_task_next 470 0
func bpf_iter_task_vma_destroy 471 0
func bpf_iter_task_vma_new 472 0
func bpf_iter_task_vma_next 473 0
func bpf_key_put 474 0
func bpf_kfunc_call_memb_release 475 0
func bpf_list_back 476 0
func bpf_list_front 476 0
func bpf_list_pop_back 476 0
func bpf_list_pop_front 476 0
func bpf_list_push_back_impl 477 0
func bpf_list_push_front_impl 477 0
func bpf_local_irq_restore 478 0
func bpf_local_irq_save 478 0
func bpf_lookup_system_key 479 0
func bpf_lookup_user_key 480 0
func bpf_map_sum_elem_count 481 0
func bpf_obj_drop_impl 482 0
func bpf_obj_new_impl 483 0
func bpf_path_d_path 484 0
func bpf_percpu_obj_drop_impl 482 0
func bpf_percpu_obj_new_impl 483 0
func bpf_preempt_disable 399 0
func bpf_preempt_enable 399 0
func bpf_probe_read_kernel_dynptr 409 0
func bpf_probe_read_kernel_str_dynptr 409 0
func bpf_probe_read_user_dynptr 409 0
func bpf_probe_read_user_str_dynptr 409 0
func bpf_put_file 485 0
func bpf_rbtree_add_impl 486 0
func bpf_rbtree_first 488 0
func bpf_rbtree_left 489 0
func bpf_rbtree_remove 489 0
func bpf_rbtree_right 489 0
func bpf_rbtree_root 488 0
func bpf_rcu_read_lock 399 0
func bpf_rcu_read_unlock 399 0
func bpf_rdonly_cast 490 0
func bpf_refcount_acquire_impl 491 0
func bpf_remove_dentry_xattr 492 0
func bpf_res_spin_lock 493 0
func bpf_res_spin_lock_irqsave 494 0
func bpf_res_spin_unlock 495 0
func bpf_res_spin_unlock_irqrestore 496 0
func bpf_send_signal_task 497 0
func bpf_session_cookie 498 0
func bpf_session_is_return 499 0
func bpf_set_dentry_xattr 500 0
func bpf_sk_assign_tcp_reqsk 501 0
func bpf_skb_ct_alloc 502 0
func bpf_skb_ct_lookup 503 0
func bpf_sock_addr_set_sun_path 504 0
func bpf_sock_destroy 505 0
func bpf_sock_ops_enable_tx_tstamp 506 0
func bpf_strcasecmp 507 0
func bpf_strchr 508 0
func bpf_strchrnul 508 0
func bpf_strcmp 507 0
func bpf_strcspn 509 0
func bpf_stream_vprintk_impl 510 0
func bpf_strlen 511 0
func bpf_strnchr 512 0
func bpf_strnlen 513 0
func bpf_strnstr 514 0
func bpf_strrchr 515 0
func bpf_strspn 516 0
func bpf_strstr 507 0
func bpf_task_acquire 517 0
func bpf_task_from_pid 518 0
func bpf_task_from_vpid 519 0
func bpf_task_get_cgroup1 520 0
func bpf_task_release 521 0
func bpf_task_under_cgroup 522 0
func bpf_task_work_schedule_resume_impl 523 0
func bpf_task_work_schedule_signal_impl 523 0
func bpf_throw 524 0
func bpf_wq_init 525 0
func bpf_wq_set_callback_impl 526 0
func bpf_wq_start 528 0
func bpf_xdp_ct_alloc 529 0
func bpf_xdp_ct_lookup 530 0
func bpf_xdp_get_xfrm_state 531 0
func bpf_xdp_metadata_rx_hash 532 0
func bpf_xdp_metadata_rx_timestamp 533 0
func bpf_xdp_metadata_rx_vlan_tag 534 0
func bpf_xdp_pull_data 535 0
func bpf_xdp_xfrm_state_release 536 0
decl_tag bpf_kfunc 1541 -1
decl_tag bpf_kfunc 1542 -1
decl_tag bpf_kfunc 1543 -1
decl_tag bpf_kfunc 1544 -1
decl_tag bpf_kfunc 1545 -1
decl_tag bpf_fastcall 1545 -1
decl_tag bpf_kfunc 1546 -1
decl_tag bpf_kfunc 1547 -1
decl_tag bpf_kfunc 1548 -1
decl_tag bpf_kfunc 1549 -1
decl_tag bpf_kfunc 1550 -1
decl_tag bpf_kfunc 1551 -1
decl_tag bpf_kfunc 1552 -1
decl_tag bpf_kfunc 1553 -1
decl_tag bpf_kfunc 1554 -1
decl_tag bpf_kfunc 1555 -1
decl_tag bpf_kfunc 1556 -1
decl_tag bpf_kfunc 1557 -1
decl_tag bpf_kfunc 1558 -1
decl_tag bpf_kfunc 1559 -1
decl_tag bpf_kfunc 1560 -1
decl_tag bpf_kfunc 1561 -1
decl_tag bpf_kfunc 1562 -1
decl_tag bpf_kfunc 1563 -1
decl_tag bpf_kfunc 1564 -1
decl_tag bpf_kfunc 1565 -1
decl_tag bpf_kfunc 1566 -1
decl_tag bpf_kfunc 1567 -1
decl_tag bpf_kfunc 1568 -1
decl_tag bpf_kfunc 1569 -1
decl_tag bpf_kfunc 1570 -1
decl_tag bpf_kfunc 1571 -1
decl_tag bpf_kfunc 1572 -1
decl_tag bpf_kfunc 1573 -1
decl_tag bpf_kfunc 1574 -1
decl_tag bpf_kfunc 1575 -1
decl_tag bpf_kfunc 1576 -1
decl_tag bpf_kfunc 1577 -1
decl_tag bpf_kfunc 1578 -1
decl_tag bpf_kfunc 1579 -1
decl_tag bpf_kfunc 1580 -1
decl_tag bpf_kfunc 1581 -1
decl_tag bpf_kfunc 1582 -1
decl_tag bpf_kfunc 1583 -1
decl_tag bpf_kfunc 1584 -1
decl_tag bpf_kfunc 1585 -1
decl_tag bpf_kfunc 1586 -1
decl_tag bpf_kfunc 1587 -1
decl_tag bpf_kfunc 1588 -1
decl_tag bpf_kfunc 1589 -1
decl_tag bpf_kfunc 1590 -1
decl_tag bpf_kfunc 1591 -1
decl_tag bpf_kfunc 1592 -1
decl_tag bpf_kfunc 1593 -1
decl_tag bpf_kfunc 1594 -1
decl_tag bpf_kfunc 1595 -1
decl_tag bpf_kfunc 1596 -1
decl_tag bpf_kfunc 1597 -1
decl_tag bpf_kfunc 1598 -1
decl_tag bpf_kfunc 1599 -1
decl_tag bpf_kfunc 1600 -1
decl_tag bpf_kfunc 1601 -1
decl_tag bpf_kfunc 1602 -1
decl_tag bpf_kfunc 1603 -1
decl_tag bpf_kfunc 1604 -1
decl_tag bpf_kfunc 1605 -1
decl_tag bpf_kfunc 1606 -1
decl_tag bpf_kfunc 1607 -1
decl_tag bpf_kfunc 1608 -1
decl_tag bpf_kfunc 1609 -1
decl_tag bpf_kfunc 1610 -1
decl_tag bpf_kfunc 1611 -1
decl_tag bpf_kfunc 1612 -1
decl_tag bpf_kfunc 1613 -1
decl_tag bpf_kfunc 1614 -1
decl_tag bpf_kfunc 1615 -1
decl_tag bpf_kfunc 1616 -1
decl_tag bpf_kfunc 1617 -1
decl_tag bpf_kfunc 1618 -1
decl_tag bpf_kfunc 1619 -1
decl_tag bpf_kfunc 1620 -1
decl_tag bpf_kfunc 1621 -1
decl_tag bpf_kfunc 1622 -1
decl_tag bpf_kfunc 1623 -1
decl_tag bpf_kfunc 1624 -1
decl_tag bpf_kfunc 1625 -1
decl_tag bpf_kfunc 1626 -1
decl_tag bpf_kfunc 1627 -1
decl_tag bpf_kfunc 1628 -1
decl_tag bpf_kfunc 1629 -1
decl_tag bpf_kfunc 1630 -1
decl_tag bpf_kfunc 1631 -1
decl_tag bpf_kfunc 1632 -1
decl_tag bpf_kfunc 1633 -1
decl_tag bpf_kfunc 1634 -1
decl_tag bpf_kfunc 1635 -1
decl_tag bpf_kfunc 1636 -1
decl_tag bpf_kfunc 1637 -1
decl_tag bpf_kfunc 1638 -1
decl_tag bpf_kfunc 1639 -1
decl_tag bpf_kfunc 1640 -1
decl_tag bpf_kfunc 1641 -1
decl_tag bpf_kfunc 1642 -1
decl_tag bpf_kfunc 1643 -1
decl_tag bpf_kfunc 1644 -1
decl_tag bpf_kfunc 1645 -1
decl_tag bpf_kfunc 1646 -1
decl_tag bpf_kfunc 1647 -1
decl_tag bpf_kfunc 1648 -1
decl_tag bpf_kfunc 1649 -1
decl_tag bpf_kfunc 1650 -1
decl_tag bpf_kfunc 1651 -1
decl_tag bpf_kfunc 1652 -1
decl_tag bpf_kfunc 1653 -1
decl_tag bpf_kfunc 1654 -1
decl_tag bpf_kfunc 1655 -1
decl_tag bpf_kfunc 1656 -1
decl_tag bpf_kfunc 1657 -1
decl_tag bpf_kfunc 1658 -1
decl_tag bpf_kfunc 1659 -1
decl_tag bpf_kfunc 1660 -1
decl_tag bpf_kfunc 1661 -1
decl_tag bpf_kfunc 1662 -1
decl_tag bpf_kfunc 1663 -1
decl_tag bpf_kfunc 1664 -1
decl_tag bpf_kfunc 1665 -1
decl_tag bpf_fastcall 1665 -1
decl_tag bpf_kfunc 1666 -1
decl_tag bpf_kfunc 1667 -1
decl_tag bpf_kfunc 1668 -1
decl_tag bpf_kfunc 1669 -1
decl_tag bpf_kfunc 1670 -1
decl_tag bpf_kfunc 1671 -1
decl_tag bpf_kfunc 1672 -1
decl_tag bpf_kfunc 1673 -1
decl_tag bpf_kfunc 1674 -1
decl_tag bpf_kfunc 1675 -1
decl_tag bpf_kfunc 1676 -1
decl_tag bpf_kfunc 1677 -1
decl_tag bpf_kfunc 1678 -1
decl_tag bpf_kfunc 1679 -1
decl_tag bpf_kfunc 1680 -1
decl_tag bpf_kfunc 1681 -1
decl_tag bpf_kfunc 1682 -1
decl_tag bpf_kfunc 1683 -1
decl_tag bpf_kfunc 1684 -1
decl_tag bpf_kfunc 1685 -1
decl_tag bpf_kfunc 1686 -1
decl_tag bpf_kfunc 1687 -1
decl_tag bpf_kfunc 1688 -1
decl_tag bpf_kfunc 1689 -1
decl_tag bpf_kfunc 1690 -1
decl_tag bpf_kfunc 1691 -1
decl_tag bpf_kfunc 1692 -1
decl_tag bpf_kfunc 1693 -1
decl_tag bpf_kfunc 1694 -1
decl_tag bpf_kfunc 1695 -1
decl_tag bpf_kfunc 1696 -1
decl_tag bpf_kfunc 1697 -1
decl_tag bpf_kfunc 1698 -1
decl_tag bpf_kfunc 1699 -1
decl_tag bpf_kfunc 1700 -1
decl_tag bpf_kfunc 1701 -1
decl_tag bpf_kfunc 1702 -1
decl_tag bpf_kfunc 1703 -1
decl_tag bpf_kfunc 1704 -1
decl_tag bpf_kfunc 1705 -1
decl_tag bpf_kfunc 1706 -1
decl_tag bpf_kfunc 1707 -1
decl_tag bpf_kfunc 1708 -1
decl_tag bpf_kfunc 1709 -1
decl_tag bpf_kfunc 1710 -1
decl_tag bpf_kfunc 1711 -1
decl_tag bpf_kfunc 1712 -1
decl_tag bpf_kfunc 1713 -1
decl_tag bpf_kfunc 1714 -1
`;
