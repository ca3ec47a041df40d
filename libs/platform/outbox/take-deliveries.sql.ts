/**
 * Deliveries to put on the queue: undone, due, and not put there lately. Declared-urgent first, whatever the backlog.
 * $1 now · $2 queued before this instant counts as lost · $3 how many.
 */
export const TAKE_DELIVERIES = `
  with due as (
    select tenant_id, event_id, consumer
      from delivery
     where done_at is null
       and available_at <= $1
       and (queued_at is null or queued_at < $2)
     order by priority, available_at
     limit $3
       for update skip locked
  )
  update delivery d
     set queued_at = $1
    from due
   where d.tenant_id = due.tenant_id and d.event_id = due.event_id and d.consumer = due.consumer
  returning d.tenant_id, d.event_id, d.consumer, d.priority`;
